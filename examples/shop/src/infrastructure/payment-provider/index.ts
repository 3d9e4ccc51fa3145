export { PaymentProvider, type Charge } from './payment-provider.ts';
