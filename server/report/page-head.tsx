/** The head of each page that stands alone. */

/**
 * Allows a page its own style and nothing else: no script, no request.
 * @param title of the page
 * @param style as CSS
 */
export function PageHead({ title, style }: { title: string; style: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
  );
}
