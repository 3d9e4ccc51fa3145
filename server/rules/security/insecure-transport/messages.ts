/** Messages of the rule `security/insecure-transport` for all languages. */
import type { DraftOf } from '../../kit/messages.ts';

export const messages = {
  unchecked: '{name} is {value}, so the certificate is not verified. Leave verification on and set "ca" to your own CA.',
  pythonUnchecked: '{name} is {value}, so the certificate is not verified. Leave verification on and name your own CA file.',
  pythonEverywhere: '{name} turns off certificate verification for the whole process. Set SSL_CERT_FILE to your own CA.',
  pythonContext: '{callee} makes connections that verify no certificate. Use ssl.create_default_context.',
  pythonHostKey: 'Unknown SSH hosts are trusted. Load the known host keys and reject all others.',
  pythonPlain: '{callee} sends everything unencrypted, including passwords. Use SFTP, FTP_TLS or SSH.',
  everywhere: 'NODE_TLS_REJECT_UNAUTHORIZED=0 turns off certificate verification everywhere. Set NODE_EXTRA_CA_CERTS to your own CA.',
  oldProtocol: '{value} is obsolete and insecure. Use TLSv1.2 or later.',
  plain: 'The request to {host} uses plain HTTP and can be read in transit. Use HTTPS.',
  anyOrigin: 'Every origin may send requests with credentials. List the allowed origins.',
} as const;

/** A finding of this rule. */
export type TransportDraft = DraftOf<typeof messages>;
