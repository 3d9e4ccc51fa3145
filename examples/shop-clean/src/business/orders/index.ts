export { Ordering, OrderRefused, type OrderingParts, type PlacedOrder } from './ordering.ts';
export { discountFor, totalOf } from './pricing.ts';
