import type { Random } from './random.ts';

/** Chooses the pool of middle and given names. */
export type Sex = 'man' | 'woman';

/** The peoples whose way of naming the demo knows. */
export type People = 'kinh' | 'thai' | 'hmong' | 'tay' | 'muong';

/** Who is to be named. */
export interface Bearer {
  readonly sex: Sex;
  readonly birthYear: number;
  readonly people: People;
}

/** An invented full name in NFC whose parts fit the sex, the era and the people. */
export function fullName(random: Random, bearer: Bearer): string {
  for (;;) {
    const name = draw(random, bearer);
    const syllables = name.split(' ');
    const repeats = new Set(syllables).size < syllables.length;
    if (!repeats && !knownToAll.has(name)) return name;
  }
}

interface Pool {
  readonly middles: readonly string[];
  readonly givens: readonly string[];
}

interface Tradition extends Readonly<Record<Sex, Pool>> {
  readonly families: readonly string[];
}

function draw(random: Random, { sex, birthYear, people }: Bearer): string {
  const tradition = people === 'kinh' ? kinhBornIn(birthYear) : minorities[people];
  const { middles, givens } = tradition[sex];
  return `${random.pick(tradition.families)} ${random.pick(middles)} ${random.pick(givens)}`.normalize('NFC');
}

function kinhBornIn(year: number): Tradition {
  if (year < 1963) return { families: kinhFamilies, ...bornBefore1963 };
  return { families: kinhFamilies, ...(year < 1988 ? bornBefore1988 : bornSince1988) };
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);
const phrases = (list: string): readonly string[] => list.split(',').map((phrase) => phrase.trim());

// Repeated in proportion to how common they are.
const kinhFamilies = words(`
  Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn
  Trần Trần Trần Trần Trần Lê Lê Lê Lê Lê Phạm Phạm Phạm Hoàng Hoàng Phan Phan Vũ Vũ Bùi Bùi Đặng Đặng
  Đỗ Hồ Ngô Dương Đinh Trịnh Mai Đoàn Cao Võ Tạ Hà Phùng Lưu Chu Đào Thái Tống Kiều Đậu
`);

const bornBefore1963: Record<Sex, Pool> = {
  man: {
    middles: words('Văn Văn Văn Văn Văn Đình Đình Hữu Xuân Bá Trọng Khắc Sỹ Đăng Viết Quang Ngọc Công Duy'),
    givens: words(`
      Hùng Dũng Thắng Lợi Hòa Bình Sơn Hải Cường Tiến Chiến Thành Tư Năm Bảy Sáu Ba Thuật Nhượng Kỷ Cần Lộc
      Vinh Phong Chất Thiện Thảo Hợi Sửu Mão Ngọ Dần Tuất Thìn Khoát Điều Quyền Hạnh Thuyết Lập Kiên Quyết
      Tân Hiệp Chung Đôn Nghị Đệ Oánh Huân Tịnh Phượng Cảnh Bính Giáp Canh Thân Luyện Toàn
    `),
  },
  woman: {
    middles: ['Thị'],
    givens: words(`
      Hoa Lan Hồng Loan Mai Nga Thìn Tỵ Mùi Bích Liên Nhàn Thơm Xuyến Sen Vân Tuyết Cúc Đào Lụa Thắm Hiền
      Nhung Thanh Tâm Chắt Vinh Hợi Lựu Hường Phấn Nụ Nhị Tám Bốn Thoa Mận Quế Sâm Lài Xoan Ngần Khuyên Tý
      Hảo Thành
    `),
  },
};

const bornBefore1988: Record<Sex, Pool> = {
  man: {
    middles: words(
      'Văn Văn Văn Văn Đức Mạnh Quốc Quang Xuân Ngọc Thanh Hữu Đình Minh Hồng Anh Trung Việt Công',
    ),
    givens: words(`
      Hùng Dũng Tuấn Cường Hải Sơn Long Thắng Trung Hiếu Nam Tùng Toàn Thịnh Quyền Chiến Hưng Minh Đức Khánh
      Hoàn Tú Trường Giang Lực Quý Bình Tiến Thành Đông Hà Bắc Vượng Thủy Nghĩa Tráng Cương Hậu Luân Phương
    `),
  },
  woman: {
    middles: phrases(
      'Thị, Thị, Thị, Thị, Thị Thu, Thị Thanh, Thị Kim, Thị Bích, Thị Hồng, Thị Minh, Thị Ngọc, Thị Lệ',
    ),
    givens: words(`
      Hương Hằng Hà Hạnh Huệ Huyền Lan Liên Loan Lý Mai Nga Ngân Nguyệt Nhàn Oanh Phượng Quyên Quỳnh Tâm
      Thảo Thủy Thúy Trang Tuyết Vân Xuân Yến Dung Hoài Hòa Lương Hải Nhung Vinh Thương Giang Hiền Chung
      Thắm
    `),
  },
};

const bornSince1988: Record<Sex, Pool> = {
  man: {
    middles: words(
      'Văn Văn Đức Minh Tuấn Quang Hoàng Quốc Anh Việt Mạnh Trung Thành Duy Đình Thế Hải Gia Xuân',
    ),
    givens: words(`
      Anh Nam Quân Huy Bảo Kiên Hiếu Đạt Dũng Tùng Sơn Hoàng Long Khánh Phong Linh Trường Đức Tú Thắng Tài
      Duy Hưng Nhật Khôi Thái Vũ Tiến Việt Lâm Phúc Thịnh Cường Khoa Hải
    `),
  },
  woman: {
    middles: phrases(`
      Thị, Thị, Thị Thu, Thị Phương, Thị Thùy, Thị Khánh, Thị Ngọc, Thị Hồng, Thị Hoài, Thị Minh, Phương,
      Khánh, Ngọc, Thùy, Thu, Hải, Hà, Bảo, Quỳnh, Thanh
    `),
    givens: words(`
      Anh Linh Trang Thảo Hà Ngân Nhung Huyền Dương Yến Châu Chi Mai My Hằng Hiền Hương Giang Nga Ly Vân
      Quyên Oanh Diệp Thương Trà Phượng Uyên Lan Hạnh
    `),
  },
};

const minorities: Readonly<Record<Exclude<People, 'kinh'>, Tradition>> = {
  thai: {
    families: words('Lò Lò Quàng Cà Lường Tòng Vì Lèo Vi Lô Kha Lữ'),
    man: {
      middles: ['Văn'],
      givens: words('Ún Pâng Inh Thoan Chựa Hặc Piềng Xôm Sơn Hoan Thương Pản Khụt Dong Hiêng'),
    },
    woman: {
      middles: ['Thị'],
      givens: words('Pánh Ín Ọi Inh Nọi Hặc Yêu Hương Thoan Xuân Lả Diên Phương Hoa'),
    },
  },
  hmong: {
    families: words('Giàng Sùng Vàng Thào Mùa Hạng Lầu Vừ Cứ Lỳ'),
    man: { middles: ['A'], givens: words('Páo Dờ Chư Tủa Lử Sính Chỉnh Dế Vảng Súa Hồng Lềnh Tồng Nủ Phử') },
    woman: { middles: ['Thị'], givens: words('Mỷ Dợ Sua Pàng Dủa Chía Súa Mai Dí Chở Xía Ca') },
  },
  tay: {
    families: words('Nông Ma Bế Lục Triệu Hoàng Chu Lương'),
    man: {
      middles: words('Văn Văn Ngọc Đình'),
      givens: words('Thuận Tuyên Khánh Du Thiệp Hiến Tuân Báo Huấn Đoàn Vị'),
    },
    woman: { middles: ['Thị'], givens: words('Thêm Niềm Diệp Huệ Huyên Nga Dịu Bội Điệp Tươi Lưu') },
  },
  muong: {
    families: words('Bùi Bùi Quách Đinh Hà Bạch Phạm'),
    man: {
      middles: words('Văn Văn Thanh'),
      givens: words('Nhiên Thiệp Dinh Chiêm Khiển Tẩm Bỉnh Dậu Nhạn Thức Ển'),
    },
    woman: { middles: ['Thị'], givens: words('Nhiêm Chinh Dậm Thiêm Bin Dung Hoạt Thiết Lệ Nương') },
  },
};

// A chance draw must not seat a state leader or a national hero in a demo cell.
const knownToAll = new Set(
  phrases(`
    Nguyễn Văn Linh, Võ Văn Kiệt, Phan Văn Khải, Nguyễn Xuân Phúc, Phạm Văn Đồng, Hoàng Văn Thái,
    Nguyễn Thị Bình, Nguyễn Hòa Bình, Trần Quốc Vượng, Lê Minh Hưng, Vũ Đức Đam, Nguyễn Mạnh Hùng,
    Phùng Xuân Nhạ, Lê Hồng Phong, Hoàng Trung Hải, Đinh Tiến Dũng, Nguyễn Văn Thể, Trần Hồng Hà,
    Lê Thanh Hải, Đào Duy Tùng, Phùng Quang Thanh, Nguyễn Quốc Khánh, Trương Quang Nghĩa, Lê Đình Chinh,
    Lê Thành Long, Nguyễn Thị Minh Khai, Đỗ Thanh Bình, Nguyễn Thanh Bình, Trần Đức Thắng,
    Võ Văn Thưởng, Trần Thanh Mẫn
  `),
);
