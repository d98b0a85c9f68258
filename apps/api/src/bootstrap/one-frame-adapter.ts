import { Adapter } from 'socket.io-adapter';

interface PacketOptions {
  wsPreEncodedFrame?: readonly Buffer[];
}
type Encode = (this: Adapter, packet: unknown, options: PacketOptions) => unknown;

/**
 * Broadcasts a frame in one piece. As it comes it is two, head and body, and each console would cost a gathering write
 * of both.
 */
export class OneFrameAdapter extends Adapter {}

// The step in which a broadcast is encoded, once for all, is private there: if it goes, we do as everybody does.
const encode: unknown = Reflect.get(Adapter.prototype, '_encode');
if (typeof encode === 'function') {
  const inOnePiece: Encode = function (packet, options) {
    const encoded: unknown = (encode as Encode).call(this, packet, options);
    const { wsPreEncodedFrame: frame } = options;
    if (frame !== undefined) options.wsPreEncodedFrame = [Buffer.concat(frame)];
    return encoded;
  };
  Reflect.set(OneFrameAdapter.prototype, '_encode', inOnePiece);
}
