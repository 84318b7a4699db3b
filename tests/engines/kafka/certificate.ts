import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST } from '#tests/engines/kafka/ports';

/** A certificate of a Kafka of the specs, signed by itself: who trusts it is told so. */
export interface Certificate {
  /** The file with its key (PKCS #12) for the broker, and the password of that. */
  readonly keys: string;
  readonly password: string;
  /** The file with the certificate alone (PEM), and what it holds. */
  readonly file: string;
  readonly pem: string;
  remove(): void;
}

const PASSWORD = 'specs-certificate';

/** Makes one for this machine, with the tool that comes with the Java that runs Kafka. */
export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'aanzet-certificate-'));
  const [keys, file] = [join(folder, 'broker.p12'), join(folder, 'broker.pem')];
  const keytool = (...flags: readonly string[]) => {
    const store = ['-keystore', keys, '-storetype', 'PKCS12', '-storepass', PASSWORD, '-alias', 'broker'];
    const { status, stdout, stderr } = spawnSync('keytool', [...flags, ...store], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`no certificate: ${stdout}${stderr}`);
  };
  const name = ['-dname', `CN=${HOST}`, '-ext', `san=ip:${HOST}`, '-ext', 'bc:critical=ca:true'];
  keytool('-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '2', ...name);
  keytool('-exportcert', '-rfc', '-file', file);
  return {
    ...{ keys, file, password: PASSWORD, pem: readFileSync(file, 'utf8') },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
