// One picture of all pictures, for a recording: a shared screen large with the people beside it, else all the same size.
const background = '#0d0f11';

function put(context, { video, name, contain }, x, y, width, height) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = '#1b1f23';
  context.fillRect(x, y, width, height);
  if (video?.videoWidth) {
    const scale = (contain ? Math.min : Math.max)(width / video.videoWidth, height / video.videoHeight);
    const [wide, high] = [video.videoWidth * scale, video.videoHeight * scale];
    context.drawImage(video, x + (width - wide) / 2, y + (height - high) / 2, wide, high);
  }
  context.font = '20px system-ui, sans-serif';
  context.fillStyle = 'rgb(13 15 17 / 0.72)';
  context.fillRect(x + 8, y + height - 40, context.measureText(name).width + 20, 32);
  context.fillStyle = '#fff';
  context.fillText(name, x + 18, y + height - 17);
  context.restore();
}

/** @param pictures {video, name, contain}; the first that is contained is the large one. */
export function draw(canvas, pictures) {
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  const large = pictures.find(({ contain }) => contain);
  const rest = pictures.filter(picture => picture !== large);
  if (large) {
    put(context, large, 0, 0, width * 0.8, height);
    rest.forEach((picture, index) => put(context, picture, width * 0.8, index * height / rest.length, width * 0.2, height / rest.length));
    return;
  }
  const columns = Math.ceil(Math.sqrt(rest.length));
  const rows = Math.ceil(rest.length / columns);
  rest.forEach((picture, index) =>
    put(context, picture, (index % columns) * width / columns, Math.floor(index / columns) * height / rows, width / columns, height / rows));
}
