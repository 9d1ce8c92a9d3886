import { expect, test } from 'vitest';
import { readDuration, readMoment } from '../../bots/conversations/moment-phrases/index.ts';
import { calendarOf } from '../../hub/meetings/calendar/days-off.ts';

/** A Monday morning, and a Sunday evening at eight. The cell usually meets at half past seven in the evening. */
const monday = new Date('2026-11-30T09:00+07:00');
const sunday = new Date('2026-12-06T20:00+07:00');
const usualMinute = 19 * 60 + 30;

/** The months around: the real table is tested in tests/meetings/calendar. */
const calendar = calendarOf([
  {
    key: 'calendar.lunar',
    source: '',
    value: {
      months: [
        ['2026-11-09', 10],
        ['2026-12-09', 11],
        ['2027-01-08', 12],
        ['2027-02-06', 1],
        ['2027-03-08', 2],
        ['2027-04-07', 3],
        ['2027-05-06', 4],
        ['2027-08-02', 7],
        ['2027-09-01', 8],
        ['2027-09-30', 9],
      ],
    },
  },
]);

/**
 * Each line: what was typed, how it reads on Monday, how on Sunday. A moment, a day, or what is asked: `? why`, the day and
 * the hour that are offered, the days of a period; what else was typed in «».
 */
const readings = `
19h30 thứ 5 tuần này | 2026-12-03 19:30 | ? past 2026-12-10 19:30
19h30 thu 5 tuan nay | 2026-12-03 19:30 | ? past 2026-12-10 19:30
mai 7 giờ tối | 2026-12-01 19:00 | 2026-12-07 19:00
mai 7 gio toi | 2026-12-01 19:00 | 2026-12-07 19:00
7h tối mai | 2026-12-01 19:00 | 2026-12-07 19:00
7h toi mai | 2026-12-01 19:00 | 2026-12-07 19:00
tối mai 7h | 2026-12-01 19:00 | 2026-12-07 19:00
toi mai 7h | 2026-12-01 19:00 | 2026-12-07 19:00
3/12 | 2026-12-03 | ? past - -
3/12 19h30 | 2026-12-03 19:30 | ? past - 19:30
19h30 3/12 | 2026-12-03 19:30 | ? past - 19:30
19h30 ngày 3/12 | 2026-12-03 19:30 | ? past - 19:30
19g30 ngày 3 tháng 12 | 2026-12-03 19:30 | ? past - 19:30
19:30 03-12-2026 | 2026-12-03 19:30 | ? past - 19:30
03-12-2026 | 2026-12-03 | ? past - -
ngày 3 | 2026-12-03 | 2027-01-03
ngày 3 tháng 12 lúc 7 rưỡi tối | 2026-12-03 19:30 | ? past - 19:30
7 rưỡi tối mai | 2026-12-01 19:30 | 2026-12-07 19:30
7 ruoi toi mai | 2026-12-01 19:30 | 2026-12-07 19:30
7h30 tối thứ năm | 2026-12-03 19:30 | 2026-12-10 19:30
8 giờ kém 15 tối mai | 2026-12-01 19:45 | 2026-12-07 19:45
8 giờ kém 15 ngày mai | ? hour 2026-12-01 19:45 | ? hour 2026-12-07 19:45
8 gio kem 15 sang mai | 2026-12-01 07:45 | 2026-12-07 07:45
7 giờ mai | ? hour 2026-12-01 19:00 | ? hour 2026-12-07 19:00
7 giờ ngày 3/12 | ? hour 2026-12-03 19:00 | ? past - -
1 giờ chiều mai | 2026-12-01 13:00 | 2026-12-07 13:00
1 giờ mai | 2026-12-01 13:00 | 2026-12-07 13:00
12 giờ trưa mai | 2026-12-01 12:00 | 2026-12-07 12:00
12 giờ đêm mai | 2026-12-02 00:00 | 2026-12-08 00:00
0h ngày 4/12 | 2026-12-04 00:00 | ? past - 0:00
24h ngày 3/12 | 2026-12-04 00:00 | ? past - 24:00
12 giờ mai | 2026-12-01 12:00 | 2026-12-07 12:00
T5 19h30 | 2026-12-03 19:30 | 2026-12-10 19:30
t5 19h30 | 2026-12-03 19:30 | 2026-12-10 19:30
thứ năm 19h30 | 2026-12-03 19:30 | 2026-12-10 19:30
thu nam 19h30 | 2026-12-03 19:30 | 2026-12-10 19:30
thứ Năm tuần sau lúc 19h30 | 2026-12-10 19:30 | 2026-12-10 19:30
19h30 t5 tuần sau | 2026-12-10 19:30 | 2026-12-10 19:30
19h30 tuần sau thứ năm | 2026-12-10 19:30 | 2026-12-10 19:30
CN 8h sáng | 2026-12-06 08:00 | ? day 2026-12-06 8:00
chủ nhật 8h sáng | 2026-12-06 08:00 | ? day 2026-12-06 8:00
chu nhat tuan sau 8h sang | 2026-12-13 08:00 | 2026-12-13 08:00
cn tuần này 19h30 | 2026-12-06 19:30 | ? past - -
thứ 2 19h30 | ? day 2026-11-30 19:30 | 2026-12-07 19:30
thứ hai tuần này 19h30 | 2026-11-30 19:30 | ? past 2026-12-07 19:30
thứ 2 tuần sau 19h30 | 2026-12-07 19:30 | 2026-12-07 19:30
thứ 3 tuần này 19h30 | 2026-12-01 19:30 | ? past 2026-12-08 19:30
hôm nay 19h30 | 2026-11-30 19:30 | ? past - -
hom nay 19h30 | 2026-11-30 19:30 | ? past - -
hôm nay 8h sáng | ? past - - | ? past - -
hôm nay 8h | 2026-11-30 20:00 | ? past - -
19h30 tối nay | 2026-11-30 19:30 | ? past - -
toi nay 7h30 | 2026-11-30 19:30 | ? past - -
tối nay | ? hour 2026-11-30 19:30 | ? hour 2026-12-06 19:30
tối nay 9h | 2026-11-30 21:00 | 2026-12-06 21:00
mai | 2026-12-01 | 2026-12-07
ngày mai | 2026-12-01 | 2026-12-07
ngày kia | 2026-12-02 | 2026-12-08
ngay kia | ? day 2026-12-02 - | ? day 2026-12-08 -
ngày kìa | 2026-12-03 | 2026-12-09
19h30 ngày kia | 2026-12-02 19:30 | 2026-12-08 19:30
mốt 19h30 | 2026-12-02 19:30 | 2026-12-08 19:30
ngày mốt 7h tối | 2026-12-02 19:00 | 2026-12-08 19:00
ngay mot 7h toi | ? day 2026-12-02 19:00 | ? day 2026-12-08 19:00
sáng mai | ? hour 2026-12-01 - | ? hour 2026-12-07 -
chiều chủ nhật | ? hour 2026-12-06 - | ? day 2026-12-06 -
chieu chu nhat | ? hour 2026-12-06 - | ? day 2026-12-06 -
chiều mai 2h | 2026-12-01 14:00 | 2026-12-07 14:00
2h chiều mai | 2026-12-01 14:00 | 2026-12-07 14:00
2h mai | 2026-12-01 14:00 | 2026-12-07 14:00
sáng mai 8h | 2026-12-01 08:00 | 2026-12-07 08:00
8h sáng mai | 2026-12-01 08:00 | 2026-12-07 08:00
8 giờ sáng ngày mai | 2026-12-01 08:00 | 2026-12-07 08:00
sang mai luc 8 gio | 2026-12-01 08:00 | 2026-12-07 08:00
sáng thứ bảy 8 rưỡi | 2026-12-05 08:30 | 2026-12-12 08:30
thứ bảy 7h | ? hour 2026-12-05 19:00 | ? hour 2026-12-12 19:00
thứ 7 7 giờ tối | 2026-12-05 19:00 | 2026-12-12 19:00
thứ bảy tối 7h | 2026-12-05 19:00 | 2026-12-12 19:00
mùng 3 | 2026-12-03 | 2027-01-03
mồng 3 tháng 12 | 2026-12-03 | ? past - -
mung 3 thang 12 19h30 | 2026-12-03 19:30 | ? past - 19:30
ngày mùng 5 19h30 | 2026-12-05 19:30 | 2027-01-05 19:30
mùng 3 Tết | ? lunar 2027-02-08 - | ? lunar 2027-02-08 -
30 Tết | ? lunar - - | ? lunar - -
mùng 3 âm lịch | ? lunar 2026-12-11 - | ? lunar 2026-12-11 -
10/3 âm lịch | ? lunar 2027-04-16 - | ? lunar 2027-04-16 -
10/3 âm | ? lunar 2027-04-16 - | ? lunar 2027-04-16 -
10 tháng 3 âm lịch | ? lunar 2027-04-16 - | ? lunar 2027-04-16 -
23 tháng Chạp | ? lunar 2027-01-30 - | ? lunar 2027-01-30 -
rằm | ? lunar 2026-12-23 - | ? lunar 2026-12-23 -
rằm tháng giêng | ? lunar 2027-02-20 - | ? lunar 2027-02-20 -
ram thang gieng 19h30 | ? lunar 2027-02-20 19:30 | ? lunar 2027-02-20 19:30
ngày rằm tháng này | ? lunar 2026-12-23 - | ? lunar 2026-12-23 -
trước Tết | ? day - - «trước» | ? day - - «trước»
trung thu | ? lunar 2027-09-15 - | ? lunar 2027-09-15 -
đầu tháng | ? period - - 2026-12-01..2026-12-10 | ? period - - 2026-12-06..2026-12-10
giữa tháng 12 | ? period - - 2026-12-11..2026-12-20 | ? period - - 2026-12-11..2026-12-20
cuối tháng | ? period - - 2026-11-30..2026-11-30 | ? period - - 2026-12-21..2026-12-31
cuối tháng 19h30 | ? period - 19:30 2026-11-30..2026-11-30 | ? period - 19:30 2026-12-21..2026-12-31
cuối tuần | ? period - - 2026-12-05..2026-12-06 | ? period - - 2026-12-05..2026-12-06
cuối tuần sau | ? period - - 2026-12-12..2026-12-13 | ? period - - 2026-12-12..2026-12-13
đầu tuần sau | ? period - - 2026-12-07..2026-12-08 | ? period - - 2026-12-07..2026-12-08
tuần sau | ? period - - 2026-12-07..2026-12-13 | ? period - - 2026-12-07..2026-12-13
tuần này | ? period - - 2026-11-30..2026-12-06 | ? period - - 2026-12-06..2026-12-06
tháng sau | ? period - - 2026-12-01..2026-12-31 | ? period - - 2027-01-01..2027-01-31
tháng 12 | ? period - - 2026-12-01..2026-12-31 | ? period - - 2026-12-06..2026-12-31
3 tháng 12 | 2026-12-03 | ? past - -
3.12 | ? day - - | ? day - -
19.30 ngày 3/12 | 2026-12-03 19:30 | ? past - 19:30
ngày 3.12 | 2026-12-03 | ? past - -
3/12/2026 19:30 | 2026-12-03 19:30 | ? past - 19:30
3/12/26 7pm | 2026-12-03 19:00 | ? past - 19:00
7:30 pm 3/12 | 2026-12-03 19:30 | ? past - 19:30
2026-12-03 19:30 | 2026-12-03 19:30 | ? past - 19:30
07:30 3/12 | 2026-12-03 07:30 | ? past - 7:30
7:30 3/12 | ? hour 2026-12-03 19:30 | ? past - -
31/11 | ? impossible - - | ? impossible - -
30/2 | ? impossible - - | ? impossible - -
29/2 | ? past 2028-02-29 - | ? past 2028-02-29 -
25h mai | ? impossible 2026-12-01 - | ? impossible 2026-12-07 -
19h75 mai | ? impossible 2026-12-01 - | ? impossible 2026-12-07 -
25/11 | ? past - - | ? past - -
5/1 | 2027-01-05 | 2027-01-05
5/7 | ? past 2027-07-05 - | ? past 2027-07-05 -
1/12/2025 | ? past - - | ? past - -
hôm qua | ? past - - | ? past - -
thứ 5 hoặc thứ 6 19h30 | ? which - 19:30 «hoặc» | ? which - 19:30 «hoặc»
19h30 hay 20h mai | ? which 2026-12-01 - «hay» | ? which 2026-12-07 - «hay»
19h30-21h mai | 2026-12-01 19:30 | 2026-12-07 19:30
từ 7h30 đến 9h tối mai | 2026-12-01 19:30 | 2026-12-07 19:30
7h-9h tối thứ 5 | 2026-12-03 19:00 | 2026-12-10 19:00
thứ 5 ngày 3/12 19h30 | 2026-12-03 19:30 | ? past - 19:30
thứ 6 ngày 3/12 19h30 | ? which - 19:30 | ? past - 19:30
mai, thứ ba, 19h30 | 2026-12-01 19:30 | ? which - 19:30
mai, thứ tư, 19h30 | ? which - 19:30 | ? which - 19:30
19 giờ 30 phút ngày 3 tháng 12 năm 2026 | 2026-12-03 19:30 | ? past - 19:30
19 giờ 30, thứ Năm 03/12/2026 | 2026-12-03 19:30 | ? past - 19:30
mười chín giờ ba mươi ngày mai | 2026-12-01 19:30 | 2026-12-07 19:30
bảy giờ tối mai | 2026-12-01 19:00 | 2026-12-07 19:00
bảy giờ rưỡi tối mai | 2026-12-01 19:30 | 2026-12-07 19:30
bay gio toi mai | ? hour 2026-12-01 - | ? hour 2026-12-07 -
bây giờ | ? day - - | ? day - -
3 ngày nữa 19h30 | 2026-12-03 19:30 | 2026-12-09 19:30
2 tuần nữa | 2026-12-14 | 2026-12-20
1 tháng nữa | ? day - - | ? day - -
thứ 5 tới 19h30 | ? day 2026-12-03 19:30 | 2026-12-10 19:30
thứ 5 này 19h30 | 2026-12-03 19:30 | ? day 2026-12-10 19:30
thứ 5 sau 19h30 | ? day 2026-12-10 19:30 | 2026-12-10 19:30
thu 5 toi 19h30 | ? day 2026-12-03 19:30 | 2026-12-10 19:30
thứ năm đầu tháng 12 | ? day - - | ? day - -
chủ nhật cuối tháng | ? day - - | ? day - -
19h30 | ? day 2026-11-30 19:30 | ? day 2026-12-07 19:30
7 giờ tối | ? day 2026-11-30 19:00 | ? day 2026-12-07 19:00
7h | ? day - - | ? day - -
buổi tối | ? day - - | ? day - -
tối thứ 5 tại nhà văn hóa thôn 3 | ? hour 2026-12-03 19:30 «tại nhà văn hóa thôn 3» | ? hour 2026-12-10 19:30 «tại nhà văn hóa thôn 3»
19h30 thứ 5 tuần này tại nhà văn hóa | 2026-12-03 19:30 «tại nhà văn hóa» | ? past 2026-12-10 19:30 «tại nhà văn hóa»
họp lúc 19h30 ngày 3/12 ở hội trường UBND xã | 2026-12-03 19:30 «họp ở hội trường UBND xã» | ? past - 19:30 «họp ở hội trường UBND xã»
19h30 mai tại nhà bí thư 7 Thành | 2026-12-01 19:30 «tại nhà bí thư 7 Thành» | 2026-12-07 19:30 «tại nhà bí thư 7 Thành»
báo cáo bí thư 7 giờ tối mai họp | 2026-12-01 19:00 «báo cáo bí thư họp» | 2026-12-07 19:00 «báo cáo bí thư họp»
nhờ chị Mai 19h30 thứ 5 | 2026-12-03 19:30 «nhờ chị Mai» | 2026-12-10 19:30 «nhờ chị Mai»
toi di duoc | null | null
đồng ý | null | null
tôi họp 7h mai | ? hour 2026-12-01 19:00 «tôi họp» | ? hour 2026-12-07 19:00 «tôi họp»
toi hop 7h mai | ? hour 2026-12-01 19:00 «toi hop» | ? hour 2026-12-07 19:00 «toi hop»
mai toi hop 7h | ? hour 2026-12-01 19:00 «toi hop» | ? hour 2026-12-07 19:00 «toi hop»
19h30 thứ Tư | 2026-12-02 19:30 | 2026-12-09 19:30
19h30 từ mai | 2026-12-01 19:30 | 2026-12-07 19:30
thứ 4 chiều 3h | 2026-12-02 15:00 | 2026-12-09 15:00
2h30 chiều 4/12 | 2026-12-04 14:30 | ? past - 14:30
14h 4/12 | 2026-12-04 14:00 | ? past - 14:00
14 giờ thứ Sáu | 2026-12-04 14:00 | 2026-12-11 14:00
thứ sáu 14h | 2026-12-04 14:00 | 2026-12-11 14:00
thu sau 14h | 2026-12-04 14:00 | 2026-12-11 14:00
8h thứ 6 | ? hour 2026-12-04 20:00 | ? hour 2026-12-11 20:00
8h sáng thứ 2 sang tuần | 2026-12-07 08:00 | 2026-12-07 08:00
thu 2 sang tuan 8h sang | 2026-12-07 08:00 | 2026-12-07 08:00
đường 3/2 lúc 19h30 mai | 2026-12-01 19:30 «đường 3/2» | 2026-12-07 19:30 «đường 3/2»
họp ở số 12/3 19h30 mai | 2026-12-01 19:30 «họp ở số 12/3» | 2026-12-07 19:30 «họp ở số 12/3»
ngày 30 | ? day 2026-11-30 - | 2026-12-30
ngày 31 | 2026-12-31 | 2026-12-31
ngày 3 tháng sau | 2026-12-03 | 2027-01-03
ngày 3 tháng này | ? past 2026-12-03 - | ? past 2027-01-03 -
19h ngày 6 | 2026-12-06 19:00 | ? day 2026-12-06 19:00
19h30 nay | 2026-11-30 19:30 | ? past - -
19h sáng mai | ? hour 2026-12-01 - | ? hour 2026-12-07 -
10h mai | 2026-12-01 10:00 | 2026-12-07 10:00
10 giờ sáng mai | 2026-12-01 10:00 | 2026-12-07 10:00
11h trưa mai | 2026-12-01 11:00 | 2026-12-07 11:00
sáng 5/12 8h | 2026-12-05 08:00 | ? past - 8:00
20h tối chủ nhật tuần sau | 2026-12-13 20:00 | 2026-12-13 20:00
ngay mai 19h | 2026-12-01 19:00 | 2026-12-07 19:00
khoảng 7h30 tối mai | 2026-12-01 19:30 | 2026-12-07 19:30
thứ năm 5 giờ chiều | 2026-12-03 17:00 | 2026-12-10 17:00
thứ 5 5h chiều | 2026-12-03 17:00 | 2026-12-10 17:00
năm giờ chiều thứ năm | 2026-12-03 17:00 | 2026-12-10 17:00
thu nam 5 gio chieu | 2026-12-03 17:00 | 2026-12-10 17:00
chủ nhật này 19h | 2026-12-06 19:00 | ? past - -
chủ nhật tới 19h | ? day 2026-12-06 19:00 | 2026-12-13 19:00
7h tối thứ hai tuần tới | 2026-12-07 19:00 | 2026-12-07 19:00
8h-10h sáng mai | 2026-12-01 08:00 | 2026-12-07 08:00
mùng 6 tháng 12 dương lịch | 2026-12-06 | 2026-12-06
3 tháng Chạp | ? lunar 2027-01-10 - | ? lunar 2027-01-10 -
15/8 âl | ? lunar 2027-09-15 - | ? lunar 2027-09-15 -
19h30’ mai | 2026-12-01 19:30 | 2026-12-07 19:30
19h30p mai | 2026-12-01 19:30 | 2026-12-07 19:30
19 h 30 mai | 2026-12-01 19:30 | 2026-12-07 19:30
19h mai | 2026-12-01 19:00 | 2026-12-07 19:00
lúc 19 giờ ngày mai | 2026-12-01 19:00 | 2026-12-07 19:00
19 giờ, ngày 3-12 | 2026-12-03 19:00 | ? past - 19:00
7h30' tối mai | 2026-12-01 19:30 | 2026-12-07 19:30
ngày 10 tháng mười hai | 2026-12-10 | 2026-12-10
ngày 5 tháng giêng | ? lunar 2027-02-10 - | ? lunar 2027-02-10 -
5/12 âm | ? lunar 2027-01-12 - | ? lunar 2027-01-12 -
5-12 | 2026-12-05 | ? past - -
5-12-26 | 2026-12-05 | ? past - -
đêm mai 8h | 2026-12-01 20:00 | 2026-12-07 20:00
khuya nay | ? hour 2026-11-30 - | ? hour 2026-12-06 -
trưa mai 11h30 | 2026-12-01 11:30 | 2026-12-07 11:30
12h30 trưa mai | 2026-12-01 12:30 | 2026-12-07 12:30
11h30 mai | 2026-12-01 11:30 | 2026-12-07 11:30
5h chiều mai | 2026-12-01 17:00 | 2026-12-07 17:00
5h mai | ? hour 2026-12-01 17:00 | ? hour 2026-12-07 17:00
sáng 7h mai | 2026-12-01 07:00 | 2026-12-07 07:00
2 giờ sáng mai | ? hour 2026-12-01 - | ? hour 2026-12-07 -
7h sáng hoặc 7h tối mai | ? which 2026-12-01 - «hoặc» | ? which 2026-12-07 - «hoặc»
mai hoặc ngày kia | ? which - - «hoặc» | ? which - - «hoặc»
không phải thứ 5 mà thứ 6 19h30 | ? which - 19:30 «không phải mà» | ? which - 19:30 «không phải mà»
6h tối | ? day 2026-11-30 18:00 | ? day 2026-12-07 18:00
từ thứ 5 đến thứ 7 | ? which - - «đến» | ? which - - «đến»
trong tuần | null | null
thứ 2 đầu tuần | ? day - - «tuần» | ? day - - «tuần»
thứ 2 đầu tháng | ? day - - | ? day - -
hôm kia | ? past - - | ? past - -
năm sau | null | null
3/13 | ? impossible - - | ? impossible - -
13/3 | 2027-03-13 | 2027-03-13
0/5 | ? impossible - - | ? impossible - -
32/1 | ? impossible - - | ? impossible - -
ngày 0 | ? impossible - - | ? impossible - -
chiều 30/11 | ? hour 2026-11-30 - | ? past - -
12h đêm 3/12 | 2026-12-04 00:00 | ? past - 24:00
thứ bẩy 8h sáng | 2026-12-05 08:00 | 2026-12-12 08:00
chủ nhựt 8h sáng | 2026-12-06 08:00 | ? day 2026-12-06 8:00
thứ tư tuần này 7h tối | 2026-12-02 19:00 | ? past 2026-12-09 19:00
tuần sau, thứ tư, 7 giờ tối | 2026-12-09 19:00 | 2026-12-09 19:00
7 giờ tối thứ tư tuần sau nữa | 2026-12-16 19:00 | 2026-12-16 19:00
thứ tư tuần tới 19h | 2026-12-09 19:00 | 2026-12-09 19:00
19h30 ngày mai (thứ 3) | 2026-12-01 19:30 | ? which - 19:30
Thứ Ba, 01/12/2026, 19h30 | 2026-12-01 19:30 | ? past - 19:30
19h30 01.12.2026 | 2026-12-01 19:30 | ? past - 19:30
ngày 1.12 19h | 2026-12-01 19:00 | ? past - 19:00
1.12.2026 | 2026-12-01 | ? past - -
07h30 mai | 2026-12-01 07:30 | 2026-12-07 07:30
7g mai | ? hour 2026-12-01 19:00 | ? hour 2026-12-07 19:00
bay gio ruoi toi mai | ? hour 2026-12-01 - «ruoi» | ? hour 2026-12-07 - «ruoi»
hợp 20/12 chi bộ 3 | 2026-12-20 «hợp chi bộ 3» | 2026-12-20 «hợp chi bộ 3»
tối t7 | ? hour 2026-12-05 19:30 | ? hour 2026-12-12 19:30
sáng cn 7h30 tại nhà văn hóa | 2026-12-06 07:30 «tại nhà văn hóa» | ? day 2026-12-06 7:30 «tại nhà văn hóa»
họp chi bộ ngày 3/12 lúc 19h30 tại hội trường thôn 2 | 2026-12-03 19:30 «họp chi bộ tại hội trường thôn 2» | ? past - 19:30 «họp chi bộ tại hội trường thôn 2»
chi bộ 5 họp 19h30 mai | 2026-12-01 19:30 «chi bộ 5 họp» | 2026-12-07 19:30 «chi bộ 5 họp»
ngày 3, 12 giờ trưa | 2026-12-03 12:00 | 2027-01-03 12:00
ngày 3 12 giờ trưa | 2026-12-03 12:00 | 2027-01-03 12:00
7h 3/12 | ? hour 2026-12-03 19:00 | ? past - -
7h ngày 3 tối | 2026-12-03 19:00 | 2027-01-03 19:00
8 giờ tối thứ 7 | 2026-12-05 20:00 | 2026-12-12 20:00
8h30 sáng thứ 7 tuần này | 2026-12-05 08:30 | ? past 2026-12-12 8:30
3h chiều thứ sáu | 2026-12-04 15:00 | 2026-12-11 15:00
15h00 thứ 6 | 2026-12-04 15:00 | 2026-12-11 15:00
15:00 thứ 6 | 2026-12-04 15:00 | 2026-12-11 15:00
8 rưỡi sáng chủ nhật | 2026-12-06 08:30 | ? day 2026-12-06 8:30
19h kém 15 mai | 2026-12-01 18:45 | 2026-12-07 18:45
8h kém 5 sáng mai | 2026-12-01 07:55 | 2026-12-07 07:55
tối mai lúc bảy rưỡi | 2026-12-01 19:30 | 2026-12-07 19:30
7h tối ngày kia | 2026-12-02 19:00 | 2026-12-08 19:00
7h toi ngay kia | ? day 2026-12-02 19:00 | ? day 2026-12-08 19:00
chín giờ sáng mốt | 2026-12-02 09:00 | 2026-12-08 09:00
mười giờ sáng mai | 2026-12-01 10:00 | 2026-12-07 10:00
mười hai giờ trưa mai | 2026-12-01 12:00 | 2026-12-07 12:00
hai giờ chiều mai | 2026-12-01 14:00 | 2026-12-07 14:00
1h30 chiều mai | 2026-12-01 13:30 | 2026-12-07 13:30
ngày 29/2 | ? past 2028-02-29 - | ? past 2028-02-29 -
trước ngày 15 | ? day - - | ? day - -
hạn 15/12 | 2026-12-15 «hạn» | 2026-12-15 «hạn»
thứ 8 | null | null
t8 | null | null
sau 3 ngày | null | null
19h ngày 3 hoặc 4/12 | ? which - 19:00 «hoặc» | ? which - 19:00 «hoặc»
ngày 3 và ngày 5 | ? which - - «và» | ? which - - «và»
thứ hai tuần thứ hai tháng 12 | ? day - - | ? day - -
thứ 5 hằng tuần 19h30 | 2026-12-03 19:30 «hằng tuần» | 2026-12-10 19:30 «hằng tuần»
ngày 3 hằng tháng | 2026-12-03 «hằng tháng» | 2027-01-03 «hằng tháng»
mai mốt | ? day - - | ? day - -
mai kia | ? day - - | ? day - -
sắp tới | null | null
sau ngày 3/12 19h | ? day - 19:00 | ? day - 19:00
tuần sau ngày 8 19h30 | 2026-12-08 19:30 | 2026-12-08 19:30
`;

const rows = readings
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [string, string, string]);

test.each(rows)('%s', (text, onMonday, onSunday) => {
  expect([shown(text, monday), shown(text, sunday)]).toEqual([onMonday, onSunday]);
  expect(shown(text.normalize('NFD'), monday).normalize('NFC')).toBe(onMonday);
});

test('without its marks a text is read the same, or asked about, never as another time', () => {
  const withoutRest = (reading: string) => reading.replace(/ «.*/, '');
  const otherwise = rows.flatMap(([text]) =>
    [monday, sunday].flatMap((now) => {
      const unmarked = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd');
      const [one, other] = [text, unmarked].map((each) => withoutRest(shown(each, now)));
      return one === other || /^(?:\?|null)/.test(other!) ? [] : [`${text}: ${one}, ${other}`];
    }),
  );
  expect(otherwise).toEqual([]);
});

test('near Tết a day of the month by its old name may be of the moon', () => {
  const inChap = new Date('2027-01-20T09:00+07:00');
  expect(shown('mùng 6 19h30', inChap)).toBe('? lunar 2027-02-11 19:30');
  expect(shown('ngày 6 19h30', inChap)).toBe('2027-02-06 19:30');
});

test('without a calendar a lunar day is asked about, and nothing is reckoned', () => {
  expect(readMoment('rằm tháng giêng', { now: monday })).toMatchObject({ what: 'lunar', day: null });
});

test('the hour that is offered is the one nearer to the usual', () => {
  const offered = (usual: number | null) =>
    readMoment('7h mai', { now: monday, usualMinute: usual }) as { minute: number };
  expect([offered(8 * 60).minute, offered(19 * 60).minute, offered(null).minute]).toEqual([420, 1140, 1140]);
});

test('nothing endless is read', () => {
  expect(readMoment('19h30 mai '.repeat(100), { now: monday })).toBeNull();
});

test.each([
  ['90 phút', 90],
  ['90', 90],
  ['90p', 90],
  ['90 phut', 90],
  ['2 tiếng', 120],
  ['2 tieng', 120],
  ['hai tiếng', 120],
  ['một tiếng rưỡi', 90],
  ['1 tiếng rưỡi', 90],
  ['1h30', 90],
  ['1 giờ 30 phút', 90],
  ['1 giờ rưỡi', 90],
  ['1,5 tiếng', 90],
  ['2h', 120],
  ['2 giờ đồng hồ', 120],
  ['nửa tiếng', 30],
  ['khoảng 100 phút', 100],
  ['3', null],
  ['1h75', null],
  ['100 tiếng', null],
  ['đồng ý', null],
  ['', null],
])('%s lasts %s minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

function shown(text: string, now: Date): string {
  const reading = readMoment(text, { now, usualMinute, calendar });
  if (!reading) return 'null';
  const rest = reading.rest ? ` «${reading.rest}»` : '';
  if (reading.kind === 'moment') {
    return `${reading.at.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).slice(0, 16)}${rest}`;
  }
  if (reading.kind === 'day') return `${reading.day}${rest}`;
  const { what, day, minute, period } = reading;
  const hour = minute === null ? '-' : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return `? ${what} ${day ?? '-'} ${hour}${period ? ` ${period.from}..${period.to}` : ''}${rest}`;
}
