/** The Markdown of Adaptive Cards as HTML that is safe whatever people wrote. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const BACKSLASHED = /\\([\\`*_{}[\]()#|~+\->.!])/g;

/** The little Markdown that cards use: bold, italics, escapes. Whatever else is written stays as it is, never as HTML. */
export function toHtml(written: string): string {
  const kept: string[] = [];
  return written
    .replace(/[\ue000\ue001]/g, '') // private characters, which stand for what was escaped until the end
    .replace(BACKSLASHED, (_, mark: string) => `\ue000${kept.push(mark) - 1}\ue001`)
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w_])_(\S(?:.*?\S)?)_(?![\w_])/g, '<em>$1</em>')
    .replace(/\n/g, '<br>')
    .replace(/\ue000(\d+)\ue001/g, (_, at: string) => {
      const mark = kept[Number(at)] ?? '';
      return ENTITIES[mark] ?? mark;
    });
}
