/** Puts the shop together and starts it. */
import { Catalog } from './business/catalog/index.ts';
import { AccountCenter } from './business/customers/index.ts';
import { Ordering } from './business/orders/index.ts';
import { Payments } from './business/payments/index.ts';
import { CustomerStore } from './data/customer-store/index.ts';
import { OrderStore } from './data/order-store/index.ts';
import { ProductStore } from './data/product-store/index.ts';
import { openDatabase } from './infrastructure/database/index.ts';
import { createLogger } from './infrastructure/logging/index.ts';
import { Mailer } from './infrastructure/mail/index.ts';
import { PaymentProvider } from './infrastructure/payment-provider/index.ts';
import { readSettings } from './infrastructure/settings/index.ts';
import { adminRoutes, catalogRoutes, createShopServer, customerRoutes, orderRoutes } from './presentation/http/index.ts';

const settings = readSettings(process.env);
const database = openDatabase(settings.database);
const orders = new OrderStore(database);
const customers = new CustomerStore(database);
const catalog = new Catalog(new ProductStore(database));
const payments = new Payments(new PaymentProvider(settings.paymentUrl, settings.paymentToken));
const routes = [
  ...catalogRoutes(catalog),
  ...customerRoutes(new AccountCenter(customers, new Mailer()), customers),
  ...orderRoutes(new Ordering(catalog, orders, payments)),
  ...adminRoutes(orders, settings.exportFolder),
];
const logger = createLogger((line) => process.stdout.write(line));

createShopServer(routes, logger).listen(settings.port);
