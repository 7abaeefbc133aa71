/** Starts the server: reads the settings, runs the app, and ends it in good order. */
import { ConfigError, loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { startTelemetry } from './telemetry.ts';

const config = settings();
const log = createLog(config.log);
// The exporter would also tell Microsoft how it is itself used; the network's server speaks only to its own resource.
process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
process.env.APPLICATIONINSIGHTS_SDKSTATS_DISABLED ??= 'true';
const stopTelemetry = config.telemetry ? await startTelemetry(config.telemetry) : async () => {};

// Whatever nobody caught has left the state unknown: better a new process than a wrong one.
process.on('uncaughtException', (error) => giveUp('uncaught', error));
process.on('unhandledRejection', (error) => giveUp('unhandled', error));

const { createApp } = await import('./app.ts'); // after telemetry, which watches only what is loaded after it
try {
  const app = await createApp(config, { log });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await stopTelemetry().catch((error: unknown) => log.error('telemetry.unsent', error));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => giveUp('stop.failed', error));
    });
  }
  await app.listen();
} catch (error) {
  log.error('start.failed', error);
  if (error instanceof Error) process.stderr.write(`Verkostobotti can't start: ${error.message}\n`);
  process.exit(1);
}

function settings() {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function giveUp(event: string, error: unknown): never {
  log.error(event, error);
  process.exit(1);
}
