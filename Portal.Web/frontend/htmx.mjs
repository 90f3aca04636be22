// Writes wwwroot/lib/htmx/htmx.js: htmx and the extensions in use as one file. As files of their own, an extension that
// arrives a moment later than htmx misses the elements htmx has set up by then.
import fs from 'node:fs';

const parts = ['htmx.min.js', 'ext/hx-ptag.min.js'];
const source = parts.map(part => fs.readFileSync(`node_modules/htmx.org/dist/${part}`, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '').trim());
fs.mkdirSync('wwwroot/lib/htmx', { recursive: true });
fs.writeFileSync('wwwroot/lib/htmx/htmx.js', source.join(';\n') + '\n');
