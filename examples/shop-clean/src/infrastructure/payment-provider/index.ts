export { PaymentProvider, PaymentRefused, type Charge } from './payment-provider.ts';
