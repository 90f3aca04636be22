// Writes wwwroot/lib/icons.svg: one <symbol> for every icon the pages and tag helpers name, taken from lucide.
import fs from 'node:fs';
import path from 'node:path';

const source = 'node_modules/lucide-static/icons';
const files = folder => fs.readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile() && /\.(cshtml|cs|js)$/.test(entry.name))
  .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));

const named = new Set();
for (const file of ['Pages', 'TagHelpers', 'wwwroot/js'].filter(fs.existsSync).flatMap(files))
  for (const [, name] of fs.readFileSync(file, 'utf8').matchAll(/(?:<icon name=|icon=|data-icon=|icons\.svg#)"?([a-z][a-z0-9-]*)/g))
    named.add(name);
// icons chosen by a value at run time are listed here, because no page spells them
for (const name of fs.readFileSync('frontend/icons.txt', 'utf8').split(/\s+/).filter(Boolean)) named.add(name);

const symbols = [...named].sort().map(name => {
  const svg = fs.readFileSync(path.join(source, `${name}.svg`), 'utf8');
  const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${body}</symbol>`;
});
fs.mkdirSync('wwwroot/lib', { recursive: true });
fs.writeFileSync('wwwroot/lib/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
