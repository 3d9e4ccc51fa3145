/** Puts the shop together and starts it. */
import { Pool } from 'pg';
import { Catalog } from './business/catalog/index.ts';
import { Customers } from './business/customers/index.ts';
import { Ordering } from './business/orders/index.ts';
import { Payments } from './business/payments/index.ts';
import { CustomerStore } from './data/customer-store/index.ts';
import { OrderStore } from './data/order-store/index.ts';
import { ProductStore } from './data/product-store/index.ts';
import { databaseOf } from './infrastructure/database/index.ts';
import { createLogger } from './infrastructure/logging/index.ts';
import { PaymentProvider } from './infrastructure/payment-provider/index.ts';
import { readSettings } from './infrastructure/settings/index.ts';
import { createShopServer, shopRoutes } from './presentation/http/index.ts';

const CONNECTIONS = 10;

const settings = readSettings(process.env);
const logger = createLogger((line) => process.stdout.write(line));
const database = databaseOf(new Pool({ connectionString: settings.databaseUrl, max: CONNECTIONS }));
const catalog = new Catalog(new ProductStore(database));
const provider = new PaymentProvider(settings.paymentUrl, settings.paymentToken);
const ordering = new Ordering({
  catalog,
  orders: new OrderStore(database),
  payments: new Payments(provider),
  logger,
});
const customers = new Customers(new CustomerStore(database));
const server = createShopServer(shopRoutes({ catalog, customers, ordering }), logger);

server.listen(settings.port, () => logger.info('listening', { port: settings.port }));
process.once('SIGTERM', () => {
  server.close(() => void database.close());
});
