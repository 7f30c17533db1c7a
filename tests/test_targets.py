"""Targets: sentences and what a clerk reads in them, as tables that can be read aloud."""

from __future__ import annotations

import pytest

import policydoc
from policydoc.rules.table import forms, table
from policydoc.targets import goals, statements

SENTENCES = """
# order: verb object number
新建便民驿站8处。 | 8 处 eq 新建 便民驿站 output
改造提升城镇老旧小区37个。 | 37 个 eq 改造提升 城镇老旧小区 output
新（改、扩）建公办幼儿园5所。 | 5 所 eq 新（改、扩）建 公办幼儿园 output
新建、改扩建中小学15所。 | 15 所 eq 新建、改扩建 中小学 output
新建（改建）停车泊位1200个。 | 1200 个 eq 新建（改建） 停车泊位 output
维修加固病险水库12座。 | 12 座 eq 维修加固 病险水库 output
铺设供水管网46.5公里。 | 46.5 公里 eq 铺设 供水管网 output
栽植行道树3万株。 | 30000 株 eq 栽植 行道树 output
补植乔灌木6.5万株。 | 65000 株 eq 补植 乔灌木 output
新打抗旱机井60眼。 | 60 眼 eq 新打 抗旱机井 output
首开夜间公交线路3条。 | 3 条 eq 首开 夜间公交线路 output
增设信号灯24组。 | 24 组 eq 增设 信号灯 output
规范整治占道经营点位120处。 | 120 处 eq 规范整治 占道经营点位 output
招聘社区网格员80名。 | 80 名 eq 招聘 社区网格员 output
选派驻村科技特派员30人。 | 30 人 eq 选派 驻村科技特派员 output
评选表彰“最美家庭”50户。 | 50 户 eq 评选表彰 “最美家庭” output
举办全民健身赛事20场次。 | 20 场次 eq 举办 全民健身赛事 output
放映公益电影1.2万场。 | 12000 场 eq 放映 公益电影 output
发放创业担保贷款2亿元。 | 200000000 元 eq 发放 创业担保贷款 output
筹措保障性安居工程资金3.6亿元。 | 360000000 元 eq 筹措 保障性安居工程资金 output
关停退出小煤矿4处。 | 4 处 eq 关停退出 小煤矿 output
淘汰国三及以下排放标准柴油货车600辆。 | 600 辆 eq 淘汰 国三及以下排放标准柴油货车 output
拆除存量违法建设15万平方米。 | 150000 平方米 eq 拆除 存量违法建设 output
化解信访积案40件。 | 40 件 eq 化解 信访积案 output
入库科技型中小企业120家。 | 120 家 eq 入库 科技型中小企业 output
制定地方标准6项。 | 6 项 eq 制定 地方标准 output
完成农业水价综合改革面积2.1万亩。 | 21000 亩 eq 完成 农业水价综合改革面积 output
组织开展消防演练50次。 | 50 次 eq 组织开展 消防演练 output
实施农房抗震改造260户。 | 260 户 eq 实施 农房抗震改造 output
推进老旧燃气管道更新改造18公里。 | 18 公里 eq 推进 老旧燃气管道更新改造 output

# number before object
完成12个老旧小区改造。 | 12 个 eq 完成 老旧小区改造 output
完成1100户困难老年人家庭适老化改造任务。 | 1100 户 eq 完成 困难老年人家庭适老化改造 output
建成3.2万平方米标准厂房。 | 32000 平方米 eq 建成 标准厂房 output
解决1.3万人饮水安全问题。 | 13000 人 eq 解决 饮水安全问题 output
优化升级3个返乡创业园。 | 3 个 eq 优化升级 返乡创业园 output
创建1个5A级景区。 | 1 个 eq 创建 5A级景区 output
新建2座110千伏变电站。 | 2 座 eq 新建 110千伏变电站 output
投运4台35万千瓦机组。 | 4 台 eq 投运 35万千瓦机组 output
建设8座200吨级码头。 | 8 座 eq 建设 200吨级码头 output
新建公厕12座，培训300人。 | 12 座 eq 新建 公厕 output ; 300 人 eq 培训 - output
安排2.4亿元河道整治专项资金。 | 240000000 元 eq 安排 河道整治专项资金 output
引进10家具有行业影响力的总部企业。 | 10 家 eq 引进 总部企业 output
开通2条从主城区到机场的快线。 | 2 条 eq 开通 快线 output
培训300名副高级以上职称的乡村医生。 | 300 名 eq 培训 副高级以上职称的乡村医生 output
推动1000家规上企业开展数字化诊断。 | 1000 家 eq 推动 规上企业开展数字化诊断 output
组织120名副高级职称医师下沉村卫生室坐诊。 | 120 名 eq 组织 副高级职称医师 output
吸引2万名高校毕业生来澜港就业。 | 20000 名 eq 吸引 高校毕业生 output
支持8个镇街建设健身步道。 | 8 个 eq 支持 镇街 output

# prepositions
为260户重度残疾人家庭提供无障碍改造服务。 | 260 户 eq 提供 重度残疾人家庭 output
为35万名孕妇免费提供产前筛查。 | 350000 名 eq 提供 孕妇 output
对128个公共停车场进行充电设施改造。 | 128 个 eq 改造 公共停车场 output
在100个村布设政务服务一体机。 | 100 个 eq 布设 村 output
为5.5万名残疾人适配辅助器具。 | 55000 名 eq 适配 残疾人 output
为60所农村学校更新课桌椅。 | 60 所 eq 更新 农村学校 output
为残疾人提供康复训练、辅具适配等服务1860人次。 | 1860 人次 eq 提供 康复训练、辅具适配等服务 output
面向农村妇女开展“两癌”筛查7500人次。 | 7500 人次 eq 开展 “两癌”筛查 output
利用边角地建设口袋公园6处。 | 6 处 eq 建设 口袋公园 output
通过购买服务方式新增公益岗位200个。 | 200 个 eq 新增 公益岗位 output
推动县级医院选派专家60名。 | 60 名 eq 选派 专家 output
指导帮助群众完成农房修缮加固43户。 | 43 户 eq 完成 农房修缮加固 output

# subject first
城镇新增就业4.5万人以上。 | 45000 人 ge - 城镇新增就业 output
失业人员再就业9800人。 | 9800 人 eq 再就业 失业人员 output
棚户区改造开工180套。 | 180 套 eq 开工 棚户区改造 output
架空线入地12公里。 | 12 公里 eq 入地 架空线 output
既有住宅加装电梯300部。 | 300 部 eq 加装 电梯 output
老旧小区改造11个。 | 11 个 eq 改造 老旧小区 output
全市新增民办养老机构5家。 | 5 家 eq 新增 民办养老机构 output
市属国企带头招录退役军人90名。 | 90 名 eq 招录 退役军人 output

# indicators
森林覆盖率达到35%。 | 35 % eq 达到 森林覆盖率 level
城镇调查失业率控制在5.2%以内。 | 5.2 % le 控制在 城镇调查失业率 level
粮食总产量稳定在32万吨以上。 | 320000 吨 ge 稳定在 粮食总产量 keep
饮用水水源地水质达标率保持100%。 | 100 % eq 保持 饮用水水源地水质达标率 keep
农村自来水普及率由91.2%提高到93%以上。 | 93 % ge 提高到 农村自来水普及率 rise_to
医疗机构床位从1200张增加到1500张。 | 1500 张 eq 增加到 医疗机构床位 rise_to
中心城区充电服务半径由2公里缩短至0.9公里。 | 0.9 公里 eq 缩短至 中心城区充电服务半径 fall_to
单位地区生产总值能耗降低3%左右。 | 3 % approx 降低 单位地区生产总值能耗 fall_by
研发投入强度提高0.2个百分点。 | 0.2 百分点 eq 提高 研发投入强度 rise_by
一般公共预算收入增长5%—6%。 | 5~6 % range 增长 一般公共预算收入 rise_by
居民人均可支配收入年均增长6%以上。 | 6 % ge 增长 居民人均可支配收入 rise_by
PM2.5年均浓度降至33微克/立方米以下。 | 33 微克/立方米 le 降至 PM2.5年均浓度 fall_to
旅游总收入翻一番。 | 2 倍 eq 翻一番 旅游总收入 rise_to
农产品网络零售额实现翻两番。 | 4 倍 eq 翻两番 农产品网络零售额 rise_to
电动公交车保有量达到2021年的4倍。 | 4 倍 eq 达到 电动公交车保有量 level
高新技术企业数量增长1.5倍。 | 1.5 倍 eq 增长 高新技术企业数量 rise_by
数字经济核心产业增加值突破280亿元。 | 28000000000 元 gt - 数字经济核心产业增加值 level
供电可靠率超过99.95%。 | 99.95 % gt - 供电可靠率 level
重污染天数不超过8天。 | 8 日 le - 重污染天数 level
企业开办时间压缩至0.5个工作日以内。 | 0.5 工作日 le 压缩至 企业开办时间 fall_to
农田灌溉水有效利用系数提高到0.56。 | 0.56 - eq 提高到 农田灌溉水有效利用系数 rise_to
全市市场主体总量突破50万户。 | 500000 户 gt - 全市市场主体总量 level
人均预期寿命达到79.5岁。 | 79.5 岁 eq 达到 人均预期寿命 level
累计建成5G基站4600个。 | 4600 个 eq 建成 5G基站 level
年接待游客突破2000万人次。 | 20000000 人次 gt 接待 游客 level
空气质量优良天数比率力争达到82.5%。 | 82.5 % eq 达到 空气质量优良天数比率 level
扩种油菜到4.7万亩。 | 47000 亩 eq 扩种 油菜 rise_to
农村低保对象扩大到1.1万人。 | 11000 人 eq 扩大到 农村低保对象 rise_to
三分之二以上的社区建成标准化卫生服务站。 | 0.666666666666667 - ge 建成 社区 output
群众满意度达到90分以上。 | 90 分 ge 达到 群众满意度 level

# comparators
新增普惠托位不少于1500个。 | 1500 个 ge 新增 普惠托位 output
培训技能人才5000人次以上。 | 5000 人次 ge 培训 技能人才 output
选派860名以上农技指导员。 | 860 名 ge 选派 农技指导员 output
新增康复床位超过700张。 | 700 张 gt 新增 康复床位 output
开通旅游专线20余条。 | 20 条 approx 开通 旅游专线 output
更换老旧电梯80部左右。 | 80 部 approx 更换 老旧电梯 output
栽植经果林约1.2万亩。 | 12000 亩 approx 栽植 经果林 output
培训企业职工近万名。 | 10000 名 approx 培训 企业职工 output
每个乡镇至少建成1家普惠托育机构。 | 1 家 ge 建成 普惠托育机构 output
力争新增高新技术企业达到100家以上。 | 100 家 ge 新增 高新技术企业 level
新建充电桩不低于三百个。 | 300 个 ge 新建 充电桩 output
开展义诊活动上百场。 | 100 场 ge 开展 义诊活动 output
招录社区矫正员一百六十余名。 | 160 名 approx 招录 社区矫正员 output
新建产教融合实训基地3至5个。 | 3~5 个 range 新建 产教融合实训基地 output
培训持证救护员10万—12万人。 | 100000~120000 人 range 培训 持证救护员 output
引导2～3家市场开展智慧化改造。 | 2~3 家 range 引导 市场开展智慧化改造 output
城市生活垃圾回收利用率不低于35%。 | 35 % ge - 城市生活垃圾回收利用率 level
万元产值能耗不高于0.4吨标准煤。 | 0.4 吨标准煤 le - 万元产值能耗 level

# sharing
新建口袋公园12个、城市绿道18.5公里。 | 12 个 eq 新建 口袋公园 output ; 18.5 公里 eq 新建 城市绿道 output
改造卫生户厕3600座，建设公厕24座，恢复重建污水处理站5座。 | 3600 座 eq 改造 卫生户厕 output ; 24 座 eq 建设 公厕 output ; 5 座 eq 恢复重建 污水处理站 output
更新改造燃气、供水、排水等老化管道142公里。 | 142 公里 eq 更新改造 燃气、供水、排水等老化管道 output
建设笼式球场、社区乒乓馆等6个。 | 6 个 eq 建设 笼式球场、社区乒乓馆等 output
一产、二产、三产分别增长3.5%、8%、6.5%。 | 3.5 % eq 增长 一产 rise_by ; 8 % eq 增长 二产 rise_by ; 6.5 % eq 增长 三产 rise_by
城镇、农村居民人均可支配收入分别提高5.7%、7.3%。 | 5.7 % eq 提高 城镇、农村居民人均可支配收入 rise_by ; 7.3 % eq 提高 城镇、农村居民人均可支配收入 rise_by
北溪区、青岭县各新建体育公园2座。 | 2 座 eq 新建 体育公园 output
疏浚河道46条、320公里。 | 46 条 eq 疏浚 河道 output ; 320 公里 eq 疏浚 河道 output
完成食品抽检2.4万批次、药品抽检1200批次。 | 24000 批次 eq 完成 食品抽检 output ; 1200 批次 eq 完成 药品抽检 output
实施4处大型灌区、11处中型灌区现代化改造。 | 4 处 eq 实施 大型灌区 output ; 11 处 eq 实施 中型灌区现代化改造 output
推进托育服务体系建设，重点推进建设4所示范性托育中心和6所社区托育点。 | 4 所 eq 建设 示范性托育中心 output ; 6 所 eq 建设 社区托育点 output
培育瞪羚企业45家、独角兽企业4家左右。 | 45 家 eq 培育 瞪羚企业 output ; 4 家 approx 培育 独角兽企业 output
污水处理率提高8个百分点、达到52%。 | 8 百分点 eq 提高 污水处理率 rise_by ; 52 % eq 达到 污水处理率 level
新增亿元以上企业6家、10亿元以上企业2家。 | 6 家 eq 新增 亿元以上企业 output ; 2 家 eq 新增 10亿元以上企业 output

# attributive numbers beside targets
引进投资额5000万元以上软件项目不少于30个。 | 30 个 ge 引进 投资额5000万元以上软件项目 output
新建220千伏变电站2座、110千伏变电站5座。 | 2 座 eq 新建 220千伏变电站 output ; 5 座 eq 新建 110千伏变电站 output
新建日供水3万吨水厂1座。 | 1 座 eq 新建 日供水3万吨水厂 output
主城区公交站点500米覆盖率达到100%。 | 100 % eq 达到 主城区公交站点500米覆盖率 level
改造104国道城区段8.6公里。 | 8.6 公里 eq 改造 104国道城区段 output
打造“15分钟便民生活圈”10个。 | 10 个 eq 打造 “15分钟便民生活圈” output
培育年产值50亿元以上的加工企业3家。 | 3 家 eq 培育 年产值50亿元以上的加工企业 output
建设千亩以上连片示范基地10个。 | 10 个 eq 建设 千亩以上连片示范基地 output
为65周岁以上老年人免费接种流感疫苗5万剂次。 | 50000 剂次 eq 接种 流感疫苗 output
淘汰35蒸吨/小时以下燃煤锅炉22台。 | 22 台 eq 淘汰 35蒸吨/小时以下燃煤锅炉 output
创建3A级以上旅游景区2家。 | 2 家 eq 创建 3A级以上旅游景区 output
新增二级以上医院1家。 | 1 家 eq 新增 二级以上医院 output

# levels with per
每千人口拥有婴幼儿照护托位数达到4.8个。 | 4.8 个 eq 达到 每千人口拥有婴幼儿照护托位数 level
药品抽检量达到每万人3.5批次。 | 3.5 批次 eq 达到 药品抽检量 level
持证养老护理员达到每万名老年人25名。 | 25 名 eq 达到 持证养老护理员 level
每万人口高价值发明专利拥有量超过12件。 | 12 件 gt - 每万人口高价值发明专利拥有量 level

# hedges, dates
力争到2025年底，新建标准化厂房20万平方米。 | 200000 平方米 eq 新建 标准化厂房 output
2024年底前完成投资22亿元。 | 2200000000 元 eq 完成 投资 output
上半年开工重大项目18个，年内建成投用6个。 | 18 个 eq 开工 重大项目 output ; 6 个 eq 建成投用 重大项目 output
确保全年招商引资到位资金120亿元以上。 | 12000000000 元 ge - 招商引资到位资金 level
原则上新增规上服务业企业15家。 | 15 家 eq 新增 规上服务业企业 output
鼓励社会力量新建养老机构3家。 | 3 家 eq 新建 养老机构 output
用两年时间改造危桥30座。 | 30 座 eq 改造 危桥 output
“十五五”期间新增公共充电桩3万个。 | 30000 个 eq 新增 公共充电桩 output
一是新建幼儿园4所，二是改扩建中小学6所。 | 4 所 eq 新建 幼儿园 output ; 6 所 eq 改扩建 中小学 output

# baselines
用水量比2020年下降15%。 | 15 % eq 下降 用水量 fall_by
公共充电桩平均利用率较2022年提高3至5个百分点。 | 3~5 百分点 range 提高 公共充电桩平均利用率 rise_by
城乡低保标准从每人每月720元提高到760元。 | 760 元 eq 提高到 城乡低保标准 rise_to
碳排放强度较上年下降4%。 | 4 % eq 下降 碳排放强度 fall_by

# traditional, taiwan
改造城鎮老舊小區4個，加裝電梯60部。 | 4 个 eq 改造 城鎮老舊小區 output ; 60 部 eq 加裝 電梯 output
新設公設民營托嬰中心3處。 | 3 处 eq 新設 公設民營托嬰中心 output
辦理電話問安及關懷訪視3萬6,000人次。 | 36000 人次 eq 辦理 電話問安及關懷訪視 output
鋪設無障礙步道3,200公尺。 | 3200 米 eq 鋪設 無障礙步道 output
結訓後就業率不低於七成。 | 70 % ge - 結訓後就業率 level
新建改建農村公路93.5公裏。 | 93.5 公里 eq 新建改建 農村公路 output

# chinese numerals, units
新建村卫生室六十所。 | 60 所 eq 新建 村卫生室 output
兴建集中供水工程二十三处。 | 23 处 eq 兴建 集中供水工程 output
工程合格率达到百分之百。 | 100 % eq 达到 工程合格率 level
新建口袋公园3畈。 | 3 畈 eq 新建 口袋公园 output
培训农民12,500人次。 | 12500 人次 eq 培训 农民 output
新增变电容量65万千伏安。 | 650000 千伏安 eq 新增 变电容量 output
新增供水能力10万吨/日。 | 100000 吨/日 eq 新增 供水能力 output
更新健身器材48套（件）。 | 48 套 eq 更新 健身器材 output
智能算力规模达到800PFLOPS。 | 800 P eq 达到 智能算力规模 level

# harder ones
完成集装箱吞吐量120万标箱。 | 1200000 标箱 eq 完成 集装箱吞吐量 output
新建高标准设施大棚1800亩，亩均收入增加3000元以上。 | 1800 亩 eq 新建 高标准设施大棚 output ; 3000 元 ge 增加 亩均收入 rise_by
城市公共交通日均客运量达到85万乘次。 | 850000 乘次 eq 达到 城市公共交通日均客运量 level
出厂水浊度控制在0.5NTU以下。 | 0.5 NTU le 控制在 出厂水浊度 level
推进12个标段建设。 | 12 个 eq 推进 标段建设 output
确保全市生猪存栏稳定在210万头左右、能繁母猪存栏不低于18万头。 | 2100000 头 approx 稳定在 全市生猪存栏 keep ; 180000 头 ge - 能繁母猪存栏 level
全年完成税收收入68亿元，增长7.5%。 | 6800000000 元 eq 完成 税收收入 output ; 7.5 % eq 增长 税收收入 rise_by
力争全年接待游客1.2亿人次、实现旅游收入980亿元，分别增长10%、12%以上。 | 120000000 人次 eq 接待 游客 output ; 98000000000 元 eq 实现 旅游收入 level ; 10 % eq 增长 旅游收入 rise_by ; 12 % ge 增长 旅游收入 rise_by
到2027年，全市5G基站总数超过1.2万个，每万人拥有5G基站数达到38个。 | 12000 个 gt - 全市5G基站总数 level ; 38 个 eq 达到 每万人拥有5G基站数 level
单位GDP二氧化碳排放较2020年累计下降18%以上。 | 18 % ge 下降 单位GDP二氧化碳排放 fall_by
高峰时段公交平均时速提高至20公里/小时以上。 | 20 公里/小时 ge 提高至 高峰时段公交平均时速 rise_to
非化石能源消费比重提高到25%左右。 | 25 % approx 提高到 非化石能源消费比重 rise_to
单位工业增加值用水量下降到12立方米/万元以下。 | 12 立方米/万元 le 下降到 单位工业增加值用水量 fall_to
不动产登记办理时限由5个工作日压缩至3个工作日。 | 3 工作日 eq 压缩至 不动产登记办理时限 fall_to
企业开办时间再缩短20%。 | 20 % eq 缩短 企业开办时间 fall_by
群众安全感满意度保持在98%以上。 | 98 % ge 保持在 群众安全感满意度 keep
常住人口城镇化率年均提高0.8个百分点以上。 | 0.8 百分点 ge 提高 常住人口城镇化率 rise_by
地表水国考断面优良水体比例达到90%，劣Ⅴ类水体比例为零。 | 90 % eq 达到 地表水国考断面优良水体比例 level
新增停车泊位2000个以上，其中新能源汽车专用泊位占比不低于20%。 | 2000 个 ge 新增 停车泊位 output ; 20 % ge - 新能源汽车专用泊位占比 level
新建农村公路300公里（其中县道80公里、乡道120公里、村道100公里）。 | 300 公里 eq 新建 农村公路 output ; 80 公里 eq 新建 县道 output ; 120 公里 eq 新建 乡道 output ; 100 公里 eq 新建 村道 output
改造老旧小区37个，涉及居民5210户、建筑面积46.3万平方米。 | 37 个 eq 改造 老旧小区 output ; 5210 户 eq 涉及 居民 output ; 463000 平方米 eq 涉及 建筑面积 output
建成投用幼儿园6所，新增学位1620个，惠及适龄儿童1600余名。 | 6 所 eq 建成投用 幼儿园 output ; 1620 个 eq 新增 学位 output ; 1600 名 approx 惠及 适龄儿童 output
3月底前完成100个，6月底前完成200个，9月底前全面完成500个农村公厕改造。 | 100 个 eq 完成 农村公厕改造 output ; 200 个 eq 完成 农村公厕改造 output ; 500 个 eq 完成 农村公厕改造 output
2024年、2025年、2026年分别新建充电桩300个、400个、500个。 | 300 个 eq 新建 充电桩 output ; 400 个 eq 新建 充电桩 output ; 500 个 eq 新建 充电桩 output
每县建成1个以上县级养老服务中心。 | 1 个 ge 建成 县级养老服务中心 output
每个街道至少配备2名专职社工。 | 2 名 ge 配备 专职社工 output
各县（区）分别新建体育公园1座。 | 1 座 eq 新建 体育公园 output
力争引进总投资10亿元以上项目15个、50亿元以上项目3个。 | 15 个 eq 引进 总投资10亿元以上项目 output ; 3 个 eq 引进 50亿元以上项目 output
支持县第二中学新建宿舍楼3栋。 | 3 栋 eq 新建 宿舍楼 output
完成“十四五”规划项目60%以上。 | 60 % ge 完成 “十四五”规划项目 output
年内完成总工程量的九成。 | 90 % eq 完成 总工程量 output
特困人员基本生活标准不低于低保标准的1.6倍。 | 1.6 倍 ge - 特困人员基本生活标准 level
人均公园绿地面积增加到14.8平方米。 | 14.8 平方米 eq 增加到 人均公园绿地面积 rise_to
规上工业企业研发活动覆盖率超过六成。 | 60 % gt - 规上工业企业研发活动覆盖率 level
建设标准化村卫生室150所，实现行政村全覆盖。 | 150 所 eq 建设 标准化村卫生室 output
争创国家级众创空间3家，省级孵化器5家。 | 3 家 eq 争创 国家级众创空间 output ; 5 家 eq 争创 省级孵化器 output
开行中欧班列1200列以上，其中返程占比达到45%。 | 1200 列 ge 开行 中欧班列 output ; 45 % eq 达到 返程占比 level
压减煤炭消费量17万吨，淘汰落后产能26万吨。 | 170000 吨 eq 压减 煤炭消费量 fall_by ; 260000 吨 eq 淘汰 落后产能 output
签约亿元以上项目80个，合同金额600亿元。 | 80 个 eq 签约 亿元以上项目 output ; 60000000000 元 eq - 合同金额 level
实现城镇登记失业率不超过4%。 | 4 % le 实现 城镇登记失业率 level
全市住院费用目录内基金支付比例稳定在75%左右。 | 75 % approx 稳定在 全市住院费用目录内基金支付比例 keep
全社会研发经费投入占地区生产总值比重达2.8%。 | 2.8 % eq 达 全社会研发经费投入占地区生产总值比重 level
新认定专精特新中小企业110家、“小巨人”企业12家。 | 110 家 eq 新认定 专精特新中小企业 output ; 12 家 eq 新认定 “小巨人”企业 output
培育壮大新型农业经营主体，新增家庭农场200家。 | 200 家 eq 新增 家庭农场 output
持续推进长者饭堂建设，年底前达到45家。 | 45 家 eq 达到 - level
为20万名以上中小学生提供课后服务。 | 200000 名 ge 提供 中小学生 output
对全市范围内1.5万部电梯开展安全检测。 | 15000 部 eq 开展 电梯 output
组织300家企业参加高校招聘活动。 | 300 家 eq 组织 企业 output
帮助130名残疾人实现就业。 | 130 名 eq 帮助 残疾人实现就业 output
动员社会力量捐建爱心书屋20个。 | 20 个 eq 捐建 爱心书屋 output
完善村道安全生命防护工程220公里。 | 220 公里 eq 完善 村道安全生命防护工程 output
垦造耕地1500亩、建设用地复垦800亩。 | 1500 亩 eq 垦造 耕地 output ; 800 亩 eq 复垦 建设用地 output
引导基金规模达到20亿元。 | 2000000000 元 eq 达到 引导基金规模 level
统筹资金3.2亿元用于校舍改造。 | 320000000 元 eq 统筹 资金 output
投入1.2亿元实施教育强基工程。 | 120000000 元 eq 投入 教育强基工程 output
总投资8.6亿元，年度计划投资2亿元。 | 200000000 元 eq - 年度计划投资 level
免费开放体育场馆300所（处）。 | 300 所 eq 开放 体育场馆 output
回迁安置群众1200户3600人。 | 1200 户 eq 回迁安置 群众 output ; 3600 人 eq 回迁安置 群众 output
新开通公交线路3条，优化调整线路12条，更新新能源公交车150辆。 | 3 条 eq 新开通 公交线路 output ; 12 条 eq 优化调整 线路 output ; 150 辆 eq 更新 新能源公交车 output
实施“千兆进村”工程，新增农村千兆用户5万户。 | 50000 户 eq 新增 农村千兆用户 output
建成“一站式”矛盾调解中心8个。 | 8 个 eq 建成 “一站式”矛盾调解中心 output
医疗费用报销比例平均提高5个百分点。 | 5 百分点 eq 提高 医疗费用报销比例 rise_by
高速公路通车里程达1000公里、港口吞吐量突破5000万吨。 | 1000 公里 eq 达 高速公路通车里程 level ; 50000000 吨 gt - 港口吞吐量 level
全市建制村通双车道比例由62%提升至75%。 | 75 % eq 提升至 全市建制村通双车道比例 rise_to
社会消费品零售总额力争增长8%，高于全省平均水平。 | 8 % eq 增长 社会消费品零售总额 rise_by
三年累计培训产业工人1.8万人次。 | 18000 人次 eq 培训 产业工人 output
以创建国家森林城市为抓手，新增绿地50公顷，建成绿道30公里。 | 50 公顷 eq 新增 绿地 output ; 30 公里 eq 建成 绿道 output
力争两年内全市养老护理员持证上岗率达100%。 | 100 % eq 达 全市养老护理员持证上岗率 level
做好5000名退役军人适应性培训。 | 5000 名 eq 做好 退役军人适应性培训 output
保障性租赁住房筹集2000套，公租房分配1500套。 | 2000 套 eq 筹集 保障性租赁住房 output ; 1500 套 eq 分配 公租房 output
农村户厕改造3200户，其中首改2100户、提升改造1100户。 | 3200 户 eq 改造 农村户厕 output ; 2100 户 eq 首改 农村户厕 output ; 1100 户 eq 提升改造 农村户厕 output
创建省级和美乡村示范村12个、精品村4个、示范带2条。 | 12 个 eq 创建 省级和美乡村示范村 output ; 4 个 eq 创建 精品村 output ; 2 条 eq 创建 示范带 output

# of the year's ten works
在全省农村建设老年助餐服务点2000个。 | 2000 个 eq 建设 老年助餐服务点 output
将100个县城社区纳入幸福养老工程。 | 100 个 eq 纳入 县城社区 output
免费为20万名35—64岁妇女进行“两癌”检查。 | 200000 名 eq 检查 妇女 output
为全省1000所农村寄宿制学校配备直饮水设备。 | 1000 所 eq 配备 农村寄宿制学校 output
为3000户重度残疾人家庭实施无障碍改造，为1.5万名残疾儿童提供康复服务。 | 3000 户 eq 实施 重度残疾人家庭 output ; 15000 名 eq 提供 残疾儿童 output
在11个市各建设1所示范性综合托育中心。 | 1 所 eq 建设 示范性综合托育中心 output
开展免费送戏下乡一万场，送电影下乡三十万场。 | 10000 场 eq 开展 免费送戏下乡 output ; 300000 场 eq 开展 送电影下乡 output
对不低于5万名新就业形态劳动者开展权益保障培训。 | 50000 名 ge 开展 新就业形态劳动者 output
确保年内新增城乡社区嵌入式服务综合体50个、党群服务中心120个。 | 50 个 eq 新增 城乡社区嵌入式服务综合体 output ; 120 个 eq 新增 党群服务中心 output
建设县级公共充电站220座以上，公共充电桩总量突破2万台。 | 220 座 ge 建设 县级公共充电站 output ; 20000 台 gt - 公共充电桩总量 level
全省每年培养全科医生600名、住院医师1500名以上。 | 600 名 eq 培养 全科医生 output ; 1500 名 ge 培养 住院医师 output
组织2000名大学生志愿者到乡村支教。 | 2000 名 eq 组织 大学生志愿者 output
力争到2025年建成10个年产值超百亿元的特色产业集群。 | 10 个 eq 建成 年产值超百亿元的特色产业集群 output
到2026年，累计建设农村公路“交邮”融合站点3000个，开通融合线路400条。 | 3000 个 eq 建设 农村公路“交邮”融合站点 level ; 400 条 eq 开通 融合线路 output
新增装机容量100万千瓦、储能规模20万千瓦时。 | 1000000 千瓦 eq 新增 装机容量 output ; 200000 千瓦时 eq 新增 储能规模 output
实现秸秆综合利用率90%以上、农膜回收率85%以上。 | 90 % ge 实现 秸秆综合利用率 level ; 85 % ge 实现 农膜回收率 level
完成危旧房改造1.2万套（户），发放住房租赁补贴2.3万户。 | 12000 套 eq 完成 危旧房改造 output ; 23000 户 eq 发放 住房租赁补贴 output
培育省级以上农民合作社示范社60家以上、家庭农场示范场100家以上。 | 60 家 ge 培育 省级以上农民合作社示范社 output ; 100 家 ge 培育 家庭农场示范场 output
下达中央预算内投资计划26亿元，支持项目48个。 | 2600000000 元 eq 下达 中央预算内投资计划 output ; 48 个 eq 支持 项目 output
在重点路口新增电子警察200套、信号灯优化80处。 | 200 套 eq 新增 电子警察 output ; 80 处 eq 优化 信号灯 output
新改扩建农村普惠性幼儿园30所，增加学位5400个。 | 30 所 eq 新改扩建 农村普惠性幼儿园 output ; 5400 个 eq 增加 学位 output
加快推进农村户用卫生厕所新建改造4.2万户。 | 42000 户 eq 加快推进 农村户用卫生厕所新建改造 output
完善农村生活污水处理设施运维管理，治理率提高到45%以上。 | 45 % ge 提高到 治理率 rise_to
对全市12.6万名适龄学生开展脊柱侧弯筛查。 | 126000 名 eq 开展 适龄学生 output
全面开展农村饮用水水质检测，检测水样不少于3000份。 | 3000 份 ge 检测 水样 output
城乡居民基本养老保险基础养老金最低标准提高至每人每月143元。 | 143 元 eq 提高至 城乡居民基本养老保险基础养老金最低标准 rise_to
大力发展县域商业，改造提升县城综合商贸服务中心3个、乡镇商贸中心18个、村级便民商店260个。 | 3 个 eq 改造提升 县城综合商贸服务中心 output ; 18 个 eq 改造提升 乡镇商贸中心 output ; 260 个 eq 改造提升 村级便民商店 output
支持建设省级重点实验室5家左右，新型研发机构10家左右。 | 5 家 approx 建设 省级重点实验室 output ; 10 家 approx 建设 新型研发机构 output
引育高层次人才500人以上，其中博士不少于50人。 | 500 人 ge 引育 高层次人才 output ; 50 人 ge 引育 博士 output
每万名就业人员中研发人员达到80人年。 | 80 人年 eq 达到 每万名就业人员中研发人员 level
技术合同成交额达到200亿元，年均增速保持在20%以上。 | 20000000000 元 eq 达到 技术合同成交额 level ; 20 % ge 保持在 年均增速 keep
资产负债率降至60%以下。 | 60 % le 降至 资产负债率 fall_to
用3年时间，建成高标准农田100万亩，亩均增产100公斤以上。 | 1000000 亩 eq 建成 高标准农田 output ; 100 公斤 ge 增产 亩均 output
推动规上工业企业数字化改造全覆盖，打造省级智能工厂20家。 | 20 家 eq 打造 省级智能工厂 output
优化调整常规公交线路30条以上、新增微循环公交线路10条。 | 30 条 ge 优化调整 常规公交线路 output ; 10 条 eq 新增 微循环公交线路 output
推动80%以上的规模以上工业企业建立研发机构。 | 80 % ge 推动 规模以上工业企业 output
实现村村通宽带，行政村5G通达率超过95%。 | 95 % gt - 行政村5G通达率 level
5G用户普及率超过85%，千兆宽带用户达到400万户。 | 85 % gt - 5G用户普及率 level ; 4000000 户 eq 达到 千兆宽带用户 level
城市建成区绿化覆盖率不低于42%，人均公园绿地面积不小于15平方米。 | 42 % ge - 城市建成区绿化覆盖率 level ; 15 平方米 ge - 人均公园绿地面积 level
每个县（市、区）建成1个以上综合性养老服务中心，街道覆盖率达到60%。 | 1 个 ge 建成 综合性养老服务中心 output ; 60 % eq 达到 街道覆盖率 level
对口支援西部地区，选派医疗队3支、教师200名。 | 3 支 eq 选派 医疗队 output ; 200 名 eq 选派 教师 output
全年办结民生诉求120万件以上，按期办结率98%，群众满意率95%以上。 | 1200000 件 ge 办结 民生诉求 output ; 98 % eq - 办结率 level ; 95 % ge - 群众满意率 level
安排财政资金1.8亿元，撬动社会资本10亿元。 | 180000000 元 eq 安排 财政资金 output ; 1000000000 元 eq 撬动 社会资本 output
全市规上服务业企业净增50家，营业收入增长12%。 | 50 家 eq 净增 全市规上服务业企业 output ; 12 % eq 增长 营业收入 rise_by
加装适老化电梯不少于300台，其中2024年完成180台。 | 300 台 ge 加装 适老化电梯 output ; 180 台 eq 完成 适老化电梯 output
村级集体经济年经营性收入10万元以上的村占比达到85%以上。 | 85 % ge 达到 村级集体经济年经营性收入10万元以上的村占比 level
盘活存量建设用地1.5万亩，处置批而未供土地8000亩、闲置土地1200亩。 | 15000 亩 eq 盘活 存量建设用地 output ; 8000 亩 eq 处置 批而未供土地 output ; 1200 亩 eq 处置 闲置土地 output
整治“飞线”500处以上。 | 500 处 ge 整治 “飞线” output
“一老一小”服务设施覆盖率100%。 | 100 % eq - “一老一小”服务设施覆盖率 level
全县青壮年人均受教育年限达到12.6年。 | 12.6 年 eq 达到 全县青壮年人均受教育年限 level
公交站点500米半径覆盖率达到95%以上。 | 95 % ge 达到 公交站点500米半径覆盖率 level

# a verb inside the name of an indicator
工业品出厂价格涨幅2%左右。 | 2 % approx - 工业品出厂价格涨幅 level
居民食品消费价格涨幅4%以内。 | 4 % le - 居民食品消费价格涨幅 level
新建住宅中装配式占比超过40%。 | 40 % gt - 新建住宅中装配式占比 level
招聘教师留任率达到95%。 | 95 % eq 达到 招聘教师留任率 level
补贴资金兑付率100%。 | 100 % eq - 补贴资金兑付率 level
城镇煤炭消费80万吨以内。 | 800000 吨 le - 城镇煤炭消费 level
农村居民年消费支出2万元。 | 20000 元 eq - 农村居民年消费支出 level
每千人口注册护士3人。 | 3 人 eq - 注册护士 level
规范管理率达到90%。 | 90 % eq 达到 规范管理率 level
规范处置率达到98%。 | 98 % eq 达到 规范处置率 level
办理时限压缩到3天。 | 3 日 eq 压缩到 办理时限 fall_to
接诊人数增加到8万人次。 | 80000 人次 eq 增加到 接诊人数 rise_to
拉动消费3亿元。 | 300000000 元 eq 拉动消费 - output
带动消费2亿元。 | 200000000 元 eq 带动消费 - output
外贸进出口增长5%，其中出口增长6%、进口增长3%。 | 5 % eq 增长 外贸进出口 rise_by ; 6 % eq 增长 出口 rise_by ; 3 % eq 增长 进口 rise_by
# not:
降低漏损率至9%。 | 9 % eq 降低 漏损率 fall_to
新建标准厂房10万平方米。 | 100000 平方米 eq 新建 标准厂房 output
实现农膜回收率85%。 | 85 % eq 实现 农膜回收率 level
完善公路管护体系覆盖率达到90%。 | 90 % eq 达到 公路管护体系覆盖率 level

# adverbs that belong to the noun
有效注册商标达到1200件。 | 1200 件 eq 达到 有效注册商标 level
高标准农田新建3万亩。 | 30000 亩 eq 新建 高标准农田 output
高效节水灌溉面积达到2万亩。 | 20000 亩 eq 达到 高效节水灌溉面积 level
全社会固定资产投资增长8%。 | 8 % eq 增长 全社会固定资产投资 rise_by
可吸入颗粒物浓度下降3%。 | 3 % eq 下降 可吸入颗粒物浓度 fall_by
就业困难人员就业300人。 | 300 人 eq 就业 就业困难人员 output
新增就医点3个。 | 3 个 eq 新增 就医点 output
# not:
规范管理站点12个。 | 12 个 eq 规范 管理站点 output
有效解决3万人饮水问题。 | 30000 人 eq 解决 饮水问题 output
高标准建设农田3万亩。 | 30000 亩 eq 建设 农田 output
就近安置搬迁群众300户。 | 300 户 eq 安置 搬迁群众 output
重点建设示范村8个。 | 8 个 eq 建设 示范村 output

# the base is no object
油菜面积达到12万亩，比上年增加0.8万亩。 | 120000 亩 eq 达到 油菜面积 level ; 8000 亩 eq 增加 油菜面积 rise_by
人均预期寿命达到80岁，比2020年提高1岁。 | 80 岁 eq 达到 人均预期寿命 level ; 1 岁 eq 提高 人均预期寿命 rise_by
省级企业由2020年的60家增加到2025年的120家以上。 | 120 家 ge 增加到 省级企业 rise_to
托位由2022年的800个增加到1200个。 | 1200 个 eq 增加到 托位 rise_to
民营经济比重由目前的45%提高到2025年的60%。 | 60 % eq 提高到 民营经济比重 rise_to
新农合筹资标准提高到人均290元。 | 290 元 eq 提高到 新农合筹资标准 rise_to

# what is reached behind a change
生产总值增长7%，突破500亿元。 | 7 % eq 增长 生产总值 rise_by ; 50000000000 元 gt - 生产总值 level
旅游收入翻两番，突破20亿元。 | 4 倍 eq 翻两番 旅游收入 rise_to ; 2000000000 元 gt - 旅游收入 level
合作社数量翻一番，超过200家。 | 2 倍 eq 翻一番 合作社数量 rise_to ; 200 家 gt - 合作社数量 level
# not:
产值增长8%以上，力争达到10%。 | 8 % ge 增长 产值 rise_by ; 10 % eq 达到 产值 level
更换井盖9套，施划车位30个。 | 9 套 eq 更换 井盖 output ; 30 个 eq 施划 车位 output
完成改造3万亩，小水窖300口。 | 30000 亩 eq 完成 改造 output ; 300 口 eq 完成 小水窖 output

# places and what is spread over them
在12个村新建广场15个。 | 15 个 eq 新建 广场 output
在全市8个园区建设标准厂房30万平方米。 | 300000 平方米 eq 建设 标准厂房 output
在12个村、3个社区新建驿站15个。 | 15 个 eq 新建 驿站 output
# not:
对12个小区实施改造。 | 12 个 eq 实施 小区 output
为100所学校建设阅览室。 | 100 所 eq 建设 学校 output
在30个县建设运营中心。 | 30 个 eq 建设运营 县 output

# the left edge
使自来水普及率达到90%。 | 90 % eq 达到 自来水普及率 level
让城区绿化覆盖率提高到42%。 | 42 % eq 提高到 城区绿化覆盖率 rise_to
我国将完成新造林3万亩。 | 30000 亩 eq 完成 新造林 output
提出了建成绿道30公里。 | 30 公里 eq 建成 绿道 output
# not:
改造将军路3公里。 | 3 公里 eq 改造 将军路 output
建设把关站点3个。 | 3 个 eq 建设 把关站点 output

# money and deed
投资2亿元建设公园10个。 | 200000000 元 eq 投资 - output ; 10 个 eq 建设 公园 output
安排资金500万元用于改造厕所300座。 | 5000000 元 eq 安排 资金 output ; 300 座 eq 改造 厕所 output
投资3亿元新建学校3所、医院2座。 | 300000000 元 eq 投资 - output ; 3 所 eq 新建 学校 output ; 2 座 eq 新建 医院 output
# not:
设立10亿元产业基金。 | 1000000000 元 eq 设立 产业基金 output

# 并, 及
硬化村道15公里并安装路灯200盏。 | 15 公里 eq 硬化 村道 output ; 200 盏 eq 安装 路灯 output
改造小区8个并加装电梯20部。 | 8 个 eq 改造 小区 output ; 20 部 eq 加装 电梯 output
铺设管网348米及附属设施。 | 348 米 eq 铺设 管网 output
兴建不少于7条人行天桥及约12公里单车径。 | 7 条 ge 兴建 人行天桥 output ; 12 公里 approx 兴建 单车径 output
# not:
新建泵站3座、并网光伏电站2座。 | 3 座 eq 新建 泵站 output ; 2 座 eq 新建 并网光伏电站 output
新建水厂2座及以上。 | 2 座 ge 新建 水厂 output

# 分别
村级服务站、乡镇服务中心、县级服务大厅分别建成120个、15个、1个。 | 120 个 eq 建成 村级服务站 output ; 15 个 eq 建成 乡镇服务中心 output ; 1 个 eq 建成 县级服务大厅 output
城乡低保标准分别提高到每人每月735元、每人每年6600元。 | 735 元 eq 提高到 城乡低保标准 rise_to ; 6600 元 eq 提高到 城乡低保标准 rise_to
# not:
茶叶采摘、加工机械化率分别达到48%和72%。 | 48 % eq 达到 茶叶采摘、加工机械化率 level ; 72 % eq 达到 茶叶采摘、加工机械化率 level

# for each of
每千人拥有床位45张。 | 45 张 eq 拥有 床位 level
每万人拥有社会体育指导员2.3名。 | 2.3 名 eq 拥有 社会体育指导员 level
每个乡镇不少于5万元。 | 50000 元 ge - - level
每百户不低于30平方米。 | 30 平方米 ge - - level
# not:
每个村拥有广场1个。 | 1 个 eq 拥有 广场 output

# a verb before a colon
培育龙头企业：国家级1家、省级6家。 | 1 家 eq 培育 龙头企业 output ; 6 家 eq 培育 龙头企业 output
创建示范社：省级3家、市级8家。 | 3 家 eq 创建 示范社 output ; 8 家 eq 创建 示范社 output
全市研发经费占GDP比重达2.8%。 | 2.8 % eq 达 全市研发经费占GDP比重 level
经费投入持续增长，占GDP比重达到2.8%。 | 2.8 % eq 达到 占GDP比重 level

# labels inside a line
新建公厕3座；2.改造公园3个。3.培训护理员300人。 | 3 座 eq 新建 公厕 output ; 3 个 eq 改造 公园 output ; 300 人 eq 培训 护理员 output

# digits that a page has parted, multipliers behind the number, units behind a list
全县原煤产量达到36，000万吨。 | 360000000 吨 eq 达到 全县原煤产量 level
新建便民驿站1，260座。 | 1260 座 eq 新建 便民驿站 output
新建便民驿站12个，300名群众受益。 | 12 个 eq 新建 便民驿站 output ; 300 名 eq 受益 群众 output
地区生产总值达到1 6 0 0亿元。 | 160000000000 元 eq 达到 地区生产总值 level
农产品加工产值增长1 3%。 | 13 % eq 增长 农产品加工产值 rise_by
新建标准厂房2 · 5万平方米。 | 25000 平方米 eq 新建 标准厂房 output
新增养老床位2 400张。 | 2400 张 eq 新增 养老床位 output
不动产登记时限压缩至2个半工作日。 | 2.5 工作日 eq 压缩至 不动产登记时限 fall_to
应急响应时间缩短到1个半小时。 | 1.5 小时 eq 缩短到 应急响应时间 fall_to
数字经济产值增长一倍半。 | 1.5 倍 eq 增长 数字经济产值 rise_by
养老服务设施覆盖率超过一半。 | 0.5 - gt - 养老服务设施覆盖率 level
工业投资达到60个亿。 | 6000000000 元 eq 达到 工业投资 level
争取专项资金2个亿。 | 200000000 元 eq 争取 专项资金 output
培训产业工人2000多万人。 | 20000000 人 approx 培训 产业工人 output
争取上级补助资金3000余万元。 | 30000000 元 approx 争取 上级补助资金 output
培育3个亿元企业。 | 3 个 eq 培育 亿元企业 output
培育15家以上亿元企业。 | 15 家 ge 培育 亿元企业 output
培育6家以上十亿元企业。 | 6 家 ge 培育 十亿元企业 output
优良率、达标率分别提高0.6、2个百分点。 | 0.6 百分点 eq 提高 优良率 rise_by ; 2 百分点 eq 提高 达标率 rise_by
优良率、合格率分别提高1个、3个百分点。 | 1 百分点 eq 提高 优良率 rise_by ; 3 百分点 eq 提高 合格率 rise_by
改造小区3个、新建驿站5个。 | 3 个 eq 改造 小区 output ; 5 个 eq 新建 驿站 output
建设储能电站60MW/120MWh。 | 60 兆瓦 eq 建设 储能电站 output

工业投资超过3个多亿。 | 300000000 元 gt - 工业投资 level
培育4个百亿产业集群。 | 4 个 eq 培育 百亿产业集群 output
用1年半时间改造老旧小区20个。 | 20 个 eq 改造 老旧小区 output

# compared with the year before
力争规上工业增加值同比增长8%。 | 8 % eq 增长 规上工业增加值 rise_by
固定资产投资同比增长7%以上。 | 7 % ge 增长 固定资产投资 rise_by
粮食产量与去年持平，稳定在28万吨。 | 280000 吨 eq 稳定在 - keep
截至2025年底，建成充电桩300个。 | 300 个 eq 建成 充电桩 output
目前普及率为60%，到年底达到80%。 | 80 % eq 达到 - level
在2023年基础上新建公路36公里；建成驿站9处。 | 36 公里 eq 新建 公路 output ; 9 处 eq 建成 驿站 output

按照2023年部署，新建驿站30处；改造公厕20座。 | 30 处 eq 新建 驿站 output ; 20 座 eq 改造 公厕 output
2023年，全市新建驿站30处。一是加快建设，今年新建驿站40处。 | 40 处 eq 新建 驿站 output
2023年启动的改造项目，年底前竣工12个。 | 12 个 eq 竣工 - output
自2023年起，每年新建驿站9处。 | 9 处 eq 新建 驿站 output
上半年产值同比增长8%，全年力争增长9%。 | 9 % eq 增长 - rise_by

# shares of things
城乡公交覆盖92%以上的行政村。 | 92 % ge 覆盖 行政村 level
实现85%以上的自然村通硬化路。 | 85 % ge 实现 自然村通硬化路 output
电商服务试点扩大到45%的县。 | 45 % eq 扩大到 电商服务试点 rise_to

巡回医疗覆盖75%以上行政村。 | 75 % ge 覆盖 行政村 level

# landmarks
园区工业产值突破120亿元大关。 | 12000000000 元 gt - 园区工业产值 level
力争地区生产总值迈上600亿元台阶。 | 60000000000 元 eq 迈上 地区生产总值 level
旅游综合收入突破百亿元大关。 | 10000000000 元 gt - 旅游综合收入 level

# people without a unit
全年培训农民4万、转移劳动力3万。 | 40000 - eq 培训 农民 output ; 30000 - eq 转移 劳动力 output
城镇新增就业6000以上。 | 6000 - ge - 城镇新增就业 output

# what only describes one thing
新建260张床位的养老院1所。 | 1 所 eq 新建 260张床位的养老院 output
建设1座日供水3万吨的水厂。 | 1 座 eq 建设 日供水3万吨的水厂 output
新增日处理能力5万吨。 | 50000 吨 eq 新增 日处理能力 output
全县公路总长达到560公里。 | 560 公里 eq 达到 全县公路总长 level
引进2家投资5亿元的企业。 | 2 家 eq 引进 投资5亿元的企业 output
建设两个中心卫生院。 | 2 个 eq 建设 中心卫生院 output
组建三支志愿队伍。 | 3 支 eq 组建 志愿队伍 output

# levels whatever the unit
全员劳动生产率达到18万元/人。 | 180000 元/人 eq 达到 全员劳动生产率 level
平均受教育年限10.5年。 | 10.5 年 eq - 平均受教育年限 level
森林覆盖率：46.5%。 | 46.5 % eq - 森林覆盖率 level
——地区生产总值增长：6.5%左右。 | 6.5 % approx 增长 地区生产总值 rise_by
住院费用报销比例稳定在80%。 | 80 % eq 稳定在 住院费用报销比例 keep
财政收入增长按5%安排。 | 5 % eq 增长 财政收入 rise_by
每千常住人口执业（助理）医师3.2人。 | 3.2 人 eq - 执业（助理）医师 level
每万常住人口全科医生3—4名。 | 3~4 名 range - 全科医生 level

# verbs of late
减贫1.2万人，贫困村出列16个。 | 12000 人 eq 减贫 - output ; 16 个 eq 出列 贫困村 output
为企业减负6亿元。 | 600000000 元 eq 减负 企业 output
清掏化粪池180座，检修路灯260盏。 | 180 座 eq 清掏 化粪池 output ; 260 盏 eq 检修 路灯 output
汰换老旧公交车45辆，采购救护车6辆。 | 45 辆 eq 汰换 老旧公交车 output ; 6 辆 eq 采购 救护车 output
摸排安全隐患点120处，消化库存商品房20万平方米。 | 120 处 eq 摸排 安全隐患点 output ; 200000 平方米 eq 消化 库存商品房 output
集采药品平均降价40%。 | 40 % eq 降价 集采药品 fall_by
"""
"""Text | value unit comparator action object change ; … ; "-" stands for none, low~high for a range."""

TRAPS = """
# 1 dates, sessions
《方案》已经市政府第57次常务会议审议通过。
市十四届人大四次会议票决通过。
2024年3月25日前报送总结。
本办法自2024年5月1日起施行，有效期5年。
截至2023年底，全市已建成便民驿站86处。
# 2 documents, articles, standards
按照云政办发〔2024〕6号文件要求执行。
符合GB 3096—2008和ISO 9001标准。
根据第二十三条第二款规定执行。
执行DB33/T 1100-2023地方标准。
# 3 declared totals
2024年继续实施18项惠民工程。
市政府确定的十件民生实事全部办结。
围绕5个方面79项任务细化分工。
着力构建三大体系，抓好六项重点任务。
共12章86条。
# 4 slogans
深入实施百千万工程和“1+4+26”政策体系。
抓好“三农”工作，落实“两不愁三保障”。
开展高新技术企业培育三年行动。
建设“四好农村路”，推进双创双服。
统筹推进“四化同步”发展布局。
# 5 names
加快104国道改线和G25高速扩容。
推进市第三人民医院二期工程建设。
提升12345热线服务水平。
加强PM2.5和臭氧协同控制。
推广5G、3D打印等新技术。
完成地铁5号线一期工程征迁。
# 6 ages
为60周岁以上老人免费乘车。
服务0—3岁婴幼儿家庭。
35—64岁妇女可自愿参加筛查。
# 7 thresholds
支持亿元以上项目落地。
对占地200亩以下的项目不再单独供地。
鼓励20蒸吨以下燃煤锅炉改用清洁能源。
加强规模以上工业企业服务。
年销售额首次突破10亿元的企业，给予一次性奖励。
对连续三年纳税100万元以上的企业优先支持。
# 8 service standards
打造15分钟生活圈。
申请材料齐全的，5个工作日内办结。
服务半径不超过1公里的社区优先布点。
推行7×24小时自助服务。
# 9 rates
对每户补助3万元，最高不超过20万元。
按设备投资额的10%给予补贴。
一次性奖励50万元。
每人每月发放生活补贴300元。
按不高于30%的比例预拨资金。
首次认定的给予30万元奖励，复审通过的给予10万元奖励。
# 10 penalties, scores
每少1个扣0.1分，满分100分。
日常考核占40%，年终考核占60%。
权重为25%，分值为15分。
排名后3位的单位作表态发言。
# 11 past results
2023年新建公厕26座，改造公厕40座。
去年全市森林覆盖率达到41%。
“十三五”以来，累计培训农民3万人次。
全市现有养老机构58家、床位6200张。
五年来新增城镇就业12万人。
完成年度投资计划80亿元的94.5%。
# 12 sequence words
公布第一批名单，启动二期工程和3号标段。
加快1号楼、2号楼交付。
# 13 idioms
千方百计稳就业，百年大计教育为本。
推行一站式服务和“一件事一次办”。
两手抓、两手都要硬。
打造一支懂农业、爱农村的队伍。
# 14 reporting
每月5日前报送进展，每季度末通报一次。
每半年考评一次，每两周调度一次。
# 15 contacts
联系人：张工，电话：0999—5612345。
咨询电话13900001111，邮箱abc123@example.org。
# 18 negated
原则上不再新增煤电机组3台。
严禁新建产能10万吨以下的项目。
# 19 examples
（如每村设置公示栏2处）
# 20 imprint, pages
（共印60份）
第3页 共8页
# more of them
坚持“三个区分开来”，为担当者担当。
按照“四个一”要求，即一个项目、一名领导、一套班子、一抓到底。
申请人年龄在18周岁以上、55周岁以下。
企业上年度研发费用占销售收入比例不低于3%的，可申请备案。
对新认定的国家级专精特新“小巨人”企业，一次性奖励50万元。
贷款贴息期限最长不超过3年，贴息比例不超过50%。
单个项目补助金额不超过500万元。
违反本规定的，处1000元以上5000元以下罚款。
评审专家组由5人以上单数组成。
公示期不少于5个工作日。
考核结果分为优秀、良好、合格、不合格4个等级。
得分在90分以上的为优秀。
会议由市长主持，8个部门负责人参加。
全市共有乡镇18个、行政村312个。
截至目前，累计完成投资12.6亿元，占年度计划的63%。
上半年，全市规上工业增加值同比增长7.2%。
“十三五”期间，新建改建农村公路1860公里。
目前，全市养老床位达到6200张。
去年新增就业4.2万人，超额完成年度任务。
2022年全市粮食产量达到32万吨。
平均每个村有卫生室1.2个。
距离高速公路出口不足5公里的区域优先布局。
3000平方米以上的商业综合体应当设置母婴室。
高度超过24米的建筑物应当设置消防车道。
每年3月底前完成上年度总结。
重大事项2小时内报告。
试用期6个月，试用期满考核合格的正式聘用。
第三批重点项目名单见附件2。
参照《云泽市养老机构建设标准（2023年版）》第3.2条执行。
执行每千瓦时0.6元的电价政策。
按照15%的比例缴存。
文件一式3份，报送电子版1份。
本细则自公布之日起60日后施行。
学校位于2号路与5号路交叉口。
该工程等级为Ⅱ等，设计洪水标准为50年一遇。
开展“百日攻坚”和“六大提升”行动。
新冠病毒变异株BA.5传播力强。
采用DN600球墨铸铁管。
建立1+X证书制度。
# what is no number to be reached
2023年全县产值58亿元，增长9%；新建公路96公里，建成安置房900套。
2023年全县产值58亿元，高于12%的目标2个百分点。新建公路96公里。
去年：新建公路96公里；建成安置房900套。
经初步核算，全县生产总值58亿元，增长9%；新建公路96公里。
一季度规上工业增加值同比增长7.3%，已连续三月回升。
今年一季度，工业投资30亿元，同比增长8%。
截至2023年底，建成充电桩300个。
对亏损25%以上的企业给予补助。
凡占比达到55%以上的企业，给予奖励。
改建工程全长28公里，设计时速60公里。
新桥（长320米、宽24米）。
用好县域内外两个市场、两种资源。
职业教育与普通教育是两种类型。
打造三个中心。
数据共享方面6项。
合同周期为1年。
半年通报1次。
全县需化肥3.6万吨。
执行65%节能标准。
消除50人以上大班额。
实施百万工匠培训计划。
支持某301厂发展。
新建驿站000万座。
地区生产总值达到29 00亿元。
"""
"""Sentences without a target, by the families of tempting numbers."""


def lines(block: str) -> list[str]:
    """The lines of a table without its headings."""
    return [line for line in block.strip().splitlines() if line and not line.startswith("#")]


def shown(target: policydoc.Target) -> str:
    """A target as the table writes it."""
    amount = str(target.value) if target.value is not None else f"{target.low}~{target.high}"
    return " ".join((amount, target.unit or "-", target.comparator, target.action or "-", target.object or "-", target.change))


def shadow(text: str) -> list[tuple[str, str]]:
    """Kind and words of every statement of a folded text."""
    return [(found.kind, text[found.quantity.start : found.quantity.end]) for found in statements(text, dates=policydoc_dates(text))]


def policydoc_dates(text: str) -> list[tuple[int, int]]:
    """Where a text names dates."""
    from policydoc.dates import date_spans

    return date_spans(text)


@pytest.mark.parametrize("row", lines(SENTENCES), ids=lambda row: row.split("|")[0].strip())
def test_sentence(row):
    """Amount, unit, comparator, verb, object and change of every target, and no other."""
    text, wanted = (cell.strip() for cell in row.split("|"))

    assert " ; ".join(shown(target) for target in policydoc.find_targets(text, year=2024)) == wanted


def test_enough_sentences():
    """The table did not shrink."""
    assert len(lines(SENTENCES)) >= 280
    assert len(lines(TRAPS)) >= 105


@pytest.mark.parametrize("text", lines(TRAPS))
def test_trap(text):
    """Dates, references, names, thresholds, rates, scores, past results: figures, no targets."""
    assert [shown(target) for target in policydoc.find_targets(text, year=2024)] == []


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("新建公路300公里（其中县道80公里、乡道220公里）。", ["target", "part of #1", "part of #1"]),
        ("新增托位1500个，其中普惠托位占60%以上。", ["target", "part of #1"]),
        ("改造小区8个，涉及居民300户、楼栋12栋。", ["target", "facet of #1", "facet of #1"]),
        ("建成幼儿园6所，惠及儿童1600余名，新增教师40名。", ["target", "facet of #1", "target"]),
        ("3月底前完成100个，6月底前完成200个，9月底前完成500个。", ["milestone of #3", "milestone of #3", "target"]),
        ("到2025年，普及率达到70%；到2030年，普及率达到75%。", ["milestone of #2", "target"]),
        ("2025年新建充电桩300个，2026年新建充电桩500个。", ["target", "target"]),
        ("工业增加值增长8%，其中制造业增加值增长9%。", ["target", "target"]),
        ("完成造林6万亩，其中人工造林3万亩、封山育林4万亩、退化林修复2万亩。", ["target", "part of #1", "part of #1", "part of #1"]),
        ("实施项目83个，其中续建41个、新开工42个。", ["target", "part of #1", "part of #1"]),
        ("新建公路80公里，其中县道30公里，乡道50公里。", ["target", "part of #1", "part of #1"]),
        ("改造市场9个（包括4个省级），树立示范村3个。", ["target", "part of #1", "target"]),
        ("生猪存栏2万头（波动不超过5%），水产品产量5万吨。", ["target", "part of #1", "target"]),
        ("新建学校8所（其中小学3所、中学5所），新增学位8000个。", ["target", "part of #1", "part of #1", "target"]),
        ("完成投资30亿元；其中产业投资占比不低于60%。", ["target", "part of #1"]),
        ("充电桩达到15万台。其中，公共9万台、专用6万台。", ["target", "part of #1", "part of #1"]),
    ],
)
def test_belonging(text, kinds):
    """其中 makes parts, 惠及 and 涉及 facets, a cumulative schedule milestones, each of the target it belongs to."""
    found = policydoc.find_targets(text, year=2024)

    assert [f"{target.kind} of {target.of}" if target.of else target.kind for target in found] == kinds


@pytest.mark.parametrize(
    "text, per",
    [
        ("每个乡镇建设1个便民驿站。", "每个乡镇"),
        ("每县建成2处体育公园。", "每县"),
        ("北溪区、青岭县各新建体育公园2座。", "各"),
        ("药品抽检量达到每万人3.5批次。", "每万人"),
        ("城乡低保标准提高到每人每月760元。", "每人每月"),
        ("新建便民驿站8处。", None),
        ("每千人拥有床位45张。", "每千人"),
        ("每百户不低于30平方米。", "每百户"),
        ("每个乡镇不少于5万元。", "每个乡镇"),
        ("每千人口注册护士3人。", "每千人口"),
        ("每万亩林地道路密度达到12公里。", None),
    ],
)
def test_per(text, per):
    """What a number is for each of."""
    assert [target.per for target in policydoc.find_targets(text)] == [per]


@pytest.mark.parametrize(
    "text, value, words, period",
    [
        ("普及率由91.2%提高到93%。", 91.2, "由91.2%", None),
        ("用水量比2020年下降15%。", None, "比2020年", "2020年"),
        ("利用率较上年提高3个百分点。", None, "较上年", "上年"),
        ("油菜面积比上年增加0.8万亩。", None, "比上年", "上年"),
        ("人均预期寿命比2020年提高1岁。", None, "比2020年", "2020年"),
        ("企业由2020年的60家增加到2025年的120家以上。", 60, "由2020年的60家", None),
        ("比重由目前的45%提高到2025年的60%。", 45, "由目前的45%", None),
        ("电动公交车保有量达到2021年的4倍。", None, None, None),
    ],
)
def test_baseline(text, value, words, period):
    """What a number is measured against."""
    (found,) = policydoc.find_targets(text, 2024)
    baseline = found.baseline

    assert (None if baseline is None else baseline.text) == words
    if baseline is not None:
        assert (float(baseline.value) if baseline.value is not None else None, baseline.period) == (value, period)


@pytest.mark.parametrize(
    "text, commitment, binding",
    [
        ("力争新建便民驿站8处。", "strive", None),
        ("确保新建便民驿站8处。", "firm", None),
        ("原则上新建便民驿站8处。", "in_principle", None),
        ("计划新建便民驿站8处。", "planned", None),
        ("鼓励企业新建便民驿站8处。", "encourage", None),
        ("招募西部计划志愿者30人。", None, None),
        ("创建目标管理单位30个。", None, None),
        ("森林覆盖率达到35%（约束性指标）。", None, "binding"),
        ("人均预期寿命提高到80岁（预期性）。", None, "expected"),
    ],
)
def test_commitment(text, commitment, binding):
    """How firmly a number is promised, and whether it binds."""
    (found,) = policydoc.find_targets(text)

    assert (found.commitment, found.binding) == (commitment, binding)


def test_people_counted_in_pieces():
    """养老护理员10个 are persons."""
    assert [target.dimension for target in policydoc.find_targets("新增养老护理员10个、口袋公园3个。")] == ["person", "count"]


def test_deadlines_stand_with_their_targets():
    """A target has the deadline of its sentence."""
    found = policydoc.find_targets("6月底前新建公厕8座；12月底前改造公厕12座。", 2024)

    assert [[str(due.date) for due in target.deadlines] for target in found] == [["2024-06-30"], ["2024-12-31"]]


@pytest.mark.parametrize(
    "text, words",
    [
        ("2024年、2025年分别建成驿站10个、20个。", [["2024年"], ["2025年"]]),
        ("2024年、2025年、2026年分别完成改造3万亩、4万亩和5万亩。", [["2024年"], ["2025年"], ["2026年"]]),
        ("竣工率达到40%，上半年达到80%，9月底前全部竣工。", [[], ["上半年"]]),
        ("新建公厕8座，6月底前完成5座。", [[], ["6月底前"]]),
        ("新建公厕8座、驿站3座，12月底前完成。", [["12月底前"], ["12月底前"]]),
        ("每年新建公厕8座，累计培训500人。", [["每年"], []]),
        ("每年新建公厕8座、驿站3座。", [["每年"], ["每年"]]),
        ("到2025年，新建公厕8座。改造公园3个。", [["到2025年"], ["到2025年"]]),
        ("装配式占比：2024年达到30%，2025年达到40%。新建公厕3座。", [["2025年"], []]),
    ],
)
def test_deadlines(text, words):
    """The date of its own clause holds for a number; dates and numbers in two lists are paired in order."""
    found = policydoc.find_targets(text, 2024)

    assert [[due.text for due in target.deadlines] for target in found][-len(words) :] == words


def test_year_tells_reports_from_plans():
    """A sentence that begins with a year before the plan's reports."""
    text = "2023年，新建公厕26座。"

    assert policydoc.find_targets(text, 2024) == []
    assert len(policydoc.find_targets(text, 2023)) == 1


@pytest.mark.parametrize("row", [row for row in table("verbs") if row["change"] == "output"], ids=lambda row: row["id"])
def test_verbs(row):
    """The example of a row is read with one of its verbs."""
    (found,) = policydoc.find_targets(row["example"])

    assert found.action is not None
    assert any(form in found.action for form in forms(row)) or row["use"] in ("help", "pivot")


@pytest.mark.parametrize("row", table("adjuncts"), ids=lambda row: row["id"])
def test_adjuncts(row):
    """Adjuncts are no part of verb and object."""
    (found,) = policydoc.find_targets(row["example"])

    assert not any(form in (found.action or "") + (found.object or "") for form in forms(row) if len(form) > 1)


@pytest.mark.parametrize("row", table("comparators"), ids=lambda row: row["id"])
def test_comparators(row):
    """The example of a row has its comparator."""
    assert [found.comparator for found in policydoc.find_targets(row["example"])] == [row["comparator"]]


@pytest.mark.parametrize("row", table("facets"), ids=lambda row: row["id"])
def test_facets(row):
    """The second number of the example belongs to the first."""
    assert [found.kind for found in policydoc.find_targets(row["example"])] == ["target", row["kind"]]


@pytest.mark.parametrize("row", table("commitments"), ids=lambda row: row["id"])
def test_commitments(row):
    """The example of a row has its commitment or binding force."""
    (found,) = policydoc.find_targets(row["example"])

    assert row["id"] in (found.commitment, found.binding)


@pytest.mark.parametrize("row", table("past"), ids=lambda row: row["id"])
def test_past(row):
    """Numbers behind a word of the past are achievements, behind one of the future targets."""
    kinds = [kind for kind, _ in shadow(row["example"])]

    assert kinds == ["target" if row["role"] == "future" else "achievement"]


@pytest.mark.parametrize("row", table("indicators"), ids=lambda row: row["id"])
def test_indicators(row):
    """An indicator and its number are a level."""
    assert [found.change for found in policydoc.find_targets(row["example"])] == ["level"]


@pytest.mark.parametrize("row", table("goals"), ids=lambda row: row["id"])
def test_goals(row):
    """The example of a row is a goal of its kind, in the report of the past it is none."""
    assert [goal.kind for goal in goals(row["example"])] == [row["kind"]]
    assert goals("全市已" + row["example"]) == []


@pytest.mark.parametrize(
    "text",
    ["实施“村村通”工程。", "参照《应保尽保工作方案》执行。", "覆盖率达到90%。", "去年实现动态清零。"],
)
def test_no_goals(text):
    """Names of programmes, titles, rates and reports are no goals."""
    assert goals(text) == []
