/** Where the image keeps what Asterisk is installed with. */
export const PRISTINE = '/usr/share/lab/pristine/etc/asterisk';
