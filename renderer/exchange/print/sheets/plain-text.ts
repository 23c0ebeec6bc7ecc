/** Markdown of a library sentence as plain words: emphasis, links and code lose their signs, nothing else changes. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/g, '$1')
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/^#+\s+/gm, '');
}
