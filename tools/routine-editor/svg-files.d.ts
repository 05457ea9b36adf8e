/** A picture that the build puts into the page: its address. */
declare module '*.svg' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: it is what the build makes of a picture
  export default address;
}
