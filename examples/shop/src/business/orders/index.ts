export { Ordering, type PlacedOrder } from './ordering.ts';
export { discountFor, totalOf } from './pricing.ts';
