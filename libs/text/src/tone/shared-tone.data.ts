/** Words of anger and of calls to act that people write in German and in English texts. */
export const SHARED_TONE = `
insult | asshole, assholes, fuck you all, bullshitter*, 🖕
call | *boycott*, #boykott*, #cancel*, #delete*, #deinstallier*, #quit*
mask | #cancelled*, #canceled*, #cancellation*, #canceling*, #cancelling*, #cancelculture, #deleted*, #deleting*, #quitting*, #quito*, #quite*, #quits*, #quitsmok*
`;
