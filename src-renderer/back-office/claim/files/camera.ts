/** Why there is no picture: no camera, one that does not answer, or no leave to use it. */
export type CameraFault = 'none' | 'busy' | 'denied';

/** As sharp as cameras at a counter are. */
const WANTED = { width: { ideal: 2560 }, height: { ideal: 1920 }, facingMode: { ideal: 'environment' } };
const QUALITY = 0.92;

const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  NotFoundError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Opens the camera, without sound; returns why there is none. Whoever opens it closes it. */
export async function openCamera(): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: WANTED, audio: false });
  } catch (error) {
    const fault = error instanceof DOMException ? FAULTS[error.name] : undefined;
    if (fault === undefined) throw error;
    return fault;
  }
}

/** Closes the camera: its light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Returns what the camera shows now, as a JPEG; null while it shows nothing yet. */
export async function takePicture(video: HTMLVideoElement): Promise<Uint8Array | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return null;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}
