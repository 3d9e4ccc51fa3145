export { OrderStore, type Order, type OrderLine } from './order-store.ts';
