interface TrustedTypesFactory {
  createPolicy(
    name: 'default',
    rules: { createHTML(html: string, type: string, sink: string): string | null },
  ): unknown;
}

/**
 * The page's CSP asks for Trusted Types. Mantine writes its style sheets through innerHTML of a <style>; that is plain
 * CSS, so text without any `<` may pass. Everything that could become an element is refused, whoever writes it.
 */
export function allowStyleText(): void {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  trustedTypes?.createPolicy('default', { createHTML: (html) => (html.includes('<') ? null : html) });
}
