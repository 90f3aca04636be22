// Writes obj/icons.txt, one "name drawing" a line, for IconSheet.cs: every quoted word of the pages and tag helpers that lucide
// has an icon for. Some are no icon; they cost nothing, because a page carries only what it shows.
import fs from 'node:fs';
import path from 'node:path';

const source = 'node_modules/lucide-static/icons';
const files = folder => fs.readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile() && /\.(cshtml|cs)$/.test(entry.name))
  .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));

const named = new Set();
for (const file of ['Pages', 'TagHelpers'].flatMap(files))
  for (const [, name] of fs.readFileSync(file, 'utf8').matchAll(/"([a-z][a-z0-9-]*)"/g))
    if (fs.existsSync(path.join(source, `${name}.svg`))) named.add(name);

const lines = [...named].sort().map(name => {
  const svg = fs.readFileSync(path.join(source, `${name}.svg`), 'utf8');
  const drawing = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').replace(/> | (?=\/>)/g, match => match.trim());
  return `${name} ${drawing.trim()}`;
});
fs.writeFileSync('obj/icons.txt', `${lines.join('\n')}\n`);
