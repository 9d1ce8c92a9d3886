const organs =
  'Ban Chấp hành Trung ương, Ban Chấp hành, Bộ Chính trị, Ban Bí thư, Ban Thường vụ, Ban Tổ chức, Ban Tuyên giáo, ' +
  'Ban Tuyên giáo và Dân vận, Ban Dân vận, Ban Nội chính, Ban Kinh tế, Ban Đối ngoại, Ban Xây dựng Đảng, Ban Kiểm tra, ' +
  'Ban Chỉ đạo, Ban Chỉ huy, Ban Quản lý, Ủy ban Kiểm tra, Ủy ban nhân dân, Ủy ban thường vụ Quốc hội, Ủy ban, ' +
  'Hội đồng nhân dân, Văn phòng, Tỉnh ủy, Thành ủy, Huyện ủy, Quận ủy, Thị ủy, Đảng ủy, Quân ủy, Đảng bộ, Chi bộ, ' +
  'Chi ủy, Đảng đoàn, Ban cán sự đảng, Quốc hội, Chính phủ, Thủ tướng Chính phủ, Trung ương, Sở Nội vụ, Sở Tài chính, ' +
  'Sở Tư pháp, Sở Y tế, Sở Xây dựng, Sở Công Thương, Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ, ' +
  'Sở Nông nghiệp và Môi trường, Sở, Phòng, Trường, Học viện, Trung tâm, Bộ Nội vụ, Bộ Công an, Bộ Quốc phòng, Bộ, ' +
  'Mặt trận Tổ quốc Việt Nam, Mặt trận Tổ quốc, Hội Cựu chiến binh, Hội Nông dân, Hội Liên hiệp Phụ nữ, ' +
  'Đoàn Thanh niên, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Liên đoàn Lao động, Công an, Đảng, Việt Nam';
const common =
  'xã, phường, thị trấn, tỉnh, thành phố, huyện, quận, thị xã, đặc khu, thôn, bản, xóm, ấp, tổ dân phố, khu phố, khu dân cư, ' +
  'cơ quan, các cơ quan, khối, doanh nghiệp, số, và, mầm non, tiểu học, trung học cơ sở, trung học phổ thông, đại học, ' +
  'cao đẳng, y tế, hành chính, sự nghiệp, của, về';

const phrases = new Map<string, string>(
  `${organs}, ${common}`.split(', ').map((phrase) => [phrase.toLowerCase(), phrase] as const),
);
const longest = 8;

/**
 * The name of an organ that is printed in capitals, as one writes it in a sentence: `ĐẢNG ỦY XÃ BẢO THẮNG` is
 * `Đảng ủy xã Bảo Thắng`. What is no known word is taken for the name of a place.
 */
export function properName(printed: string): string {
  const words = printed.toLowerCase().replaceAll('uỷ', 'ủy').split(/\s+/).filter(Boolean);
  const written: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(longest, words.length - at);
    while (length > 1 && !phrases.has(words.slice(at, at + length).join(' '))) length -= 1;
    const phrase = words.slice(at, at + length).join(' ');
    written.push(phrases.get(phrase) ?? capitalised(phrase));
    at += length;
  }
  const name = written.join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function capitalised(word: string): string {
  return word.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
}
