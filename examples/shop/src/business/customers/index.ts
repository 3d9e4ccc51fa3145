export { AccountCenter } from './account-center.ts';
export { checkDelivery } from './delivery.ts';
