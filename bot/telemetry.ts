/** Sends traces and figures to Application Insights. Loaded only when a connection string is set. */
import type { RequestOptions } from 'node:http';
import type { Secret } from './config.ts';

/** Paths that open something by themselves: their requests leave no trace. */
const PERSONAL = /^\/(files|p|calendar)\//;
/** The last time for what is still to be sent when the server stops, in milliseconds. */
const LAST_FLUSH = 3000;

/** Starts the export; must run before the server's modules are loaded, or their requests are not seen. Resolves to what stops it. */
export async function startTelemetry(connectionString: Secret): Promise<() => Promise<void>> {
  const { useAzureMonitor: start, shutdownAzureMonitor: stop } = await import('@azure/monitor-opentelemetry');
  start({
    azureMonitorExporterOptions: { connectionString: connectionString.reveal() },
    enableLiveMetrics: false,
    instrumentationOptions: {
      http: {
        enabled: true,
        ignoreIncomingRequestHook: (request: { url?: string }) => PERSONAL.test(request.url ?? ''),
        ignoreOutgoingRequestHook: (request: RequestOptions) =>
          (request.hostname ?? request.host ?? '').includes('127.0.0.1'),
      } as { enabled: boolean },
    },
  });
  return async () => {
    await Promise.race([stop(), new Promise((resolve) => setTimeout(resolve, LAST_FLUSH).unref())]);
  };
}
