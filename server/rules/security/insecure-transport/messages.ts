/** What the rule `security/insecure-transport` says, in all languages. */
import type { DraftOf } from '../../kit/messages.ts';

export const messages = {
  unchecked: '{name} is {value}: the certificate of the other end is not checked, so anyone can stand in for it. Leave the check on and add your own authority with "ca".',
  pythonUnchecked: '{name} is {value}: the certificate of the other end is not checked, so anyone can stand in for it. Leave the check on and name your own authority with verify="ca.pem" or cafile.',
  pythonEverywhere: '{name} switches the check of certificates off for the whole process. Name your own authority with SSL_CERT_FILE.',
  pythonContext: '{callee} makes connections that check no certificate. Use ssl.create_default_context.',
  pythonHostKey: 'Unknown hosts are trusted at once, so anyone can stand in for the host. Load the known host keys, and refuse all others.',
  pythonPlain: '{callee} sends everything unencrypted, passwords too. Use SFTP, FTP_TLS or SSH.',
  everywhere: 'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check of certificates off for the whole process. Add your own authority with NODE_EXTRA_CA_CERTS.',
  oldProtocol: '{value} is an old protocol with known breaks. Use TLSv1.2 or later.',
  plain: 'The request to {host} is sent over plain http, for everyone on the way to read. Use https.',
  cookie: 'The cookie may be sent unencrypted (secure: false). Set it to true, at least in production.',
  anyOrigin: 'Every origin may send requests with credentials, so any page can act for a user who is logged in. List the origins.',
} as const;

/** A finding of this rule. */
export type TransportDraft = DraftOf<typeof messages>;
