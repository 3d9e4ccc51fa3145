export { Customers, InvalidCustomer } from './customers.ts';
