/** Settings of the shop. */
export interface Settings {
  port: number;
  database: { host: string; user: string; password: string };
  paymentUrl: string;
  paymentToken: string;
  exportFolder: string;
}

/** Reads the settings. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    port: Number(environment.PORT ?? 8080),
    database: { host: environment.DB_HOST ?? 'localhost', user: 'shop', password: 'Winter-Harbour-1987' },
    paymentUrl: 'http://10.20.4.17:8443/v2',
    paymentToken: environment.PAYMENT_TOKEN ?? '',
    exportFolder: '/home/maria/shop-exports',
  };
}
