// What VS Code completes in a consumer's HTML and CSS, from the custom elements manifest.
import { readFile } from 'node:fs/promises';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

export async function writeEditorData() {
  const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
  generateVsCodeCustomElementData(manifest, {
    outdir: '.',
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
    hideLogs: true,
  });
}
