/** The head of each page that stands alone. */

interface HeadOptions {
  title: string;
  /** As CSS. */
  style: string;
  /** SHA-256 in base64 of the one script that may run; none may when it is left out. */
  scriptHash?: string;
}

/** Allows a page what is its own, and no request: a second defence behind escaping. */
export function PageHead({ title, style, scriptHash }: HeadOptions) {
  const script = scriptHash === undefined ? '' : ` script-src 'sha256-${scriptHash}';`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={`default-src 'none'; style-src 'unsafe-inline';${script} base-uri 'none'; form-action 'none'`} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
  );
}
