export { Mailer } from './mailer.ts';
