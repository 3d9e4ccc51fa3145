export { CustomerStore, type Customer } from './customer-store.ts';
