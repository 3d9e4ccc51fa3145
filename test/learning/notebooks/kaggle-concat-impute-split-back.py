# expected: preprocessing
# found: preprocessing 12:27
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor

train = pd.read_csv('../input/train.csv')
test = pd.read_csv('../input/test.csv')
ntrain = train.shape[0]
y_train = train.SalePrice.values
all_data = pd.concat((train, test)).reset_index(drop=True)
all_data.drop(['SalePrice'], axis=1, inplace=True)
all_data['LotFrontage'] = all_data.groupby('Neighborhood')['LotFrontage'].transform(lambda x: x.fillna(x.median()))
all_data = pd.get_dummies(all_data)
train = all_data[:ntrain]
test = all_data[ntrain:]
gbr = GradientBoostingRegressor(n_estimators=3000)
gbr.fit(train, y_train)
pd.DataFrame({'SalePrice': gbr.predict(test)}).to_csv('sub.csv')
