# expected: preprocessing
# found: preprocessing 34:27, preprocessing 37:52, preprocessing 38:56
# undecided: multi-test
# %%
import pandas as pd, numpy as np
from sklearn.preprocessing import LabelEncoder, StandardScaler
from sklearn.linear_model import LassoCV, Lasso, ElasticNet
from sklearn.kernel_ridge import KernelRidge
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import RobustScaler
from sklearn.ensemble import GradientBoostingRegressor
from scipy.special import boxcox1p
from scipy.stats import skew

# %%
train = pd.read_csv('../input/train.csv')
test = pd.read_csv('../input/test.csv')
test_ID = test['Id']
train.drop('Id', axis=1, inplace=True)
test.drop('Id', axis=1, inplace=True)
train = train.drop(train[(train['GrLivArea'] > 4000) & (train['SalePrice'] < 300000)].index)
train['SalePrice'] = np.log1p(train['SalePrice'])

# %%
ntrain = train.shape[0]
y_train = train.SalePrice.values
all_data = pd.concat((train, test)).reset_index(drop=True)
all_data.drop(['SalePrice'], axis=1, inplace=True)

# %%
for c in ('PoolQC', 'MiscFeature', 'Alley', 'Fence', 'FireplaceQu', 'GarageType', 'GarageFinish', 'GarageQual', 'GarageCond'):
    all_data[c] = all_data[c].fillna('None')
all_data['LotFrontage'] = all_data.groupby('Neighborhood')['LotFrontage'].transform(lambda x: x.fillna(x.median()))
for c in ('GarageYrBlt', 'GarageArea', 'GarageCars', 'BsmtFinSF1', 'TotalBsmtSF', 'MasVnrArea'):
    all_data[c] = all_data[c].fillna(0)
all_data['MSZoning'] = all_data['MSZoning'].fillna(all_data['MSZoning'].mode()[0])
all_data['Electrical'] = all_data['Electrical'].fillna(all_data['Electrical'].mode()[0])
all_data['TotalSF'] = all_data['TotalBsmtSF'] + all_data['1stFlrSF'] + all_data['2ndFlrSF']

# %%
numeric_feats = all_data.dtypes[all_data.dtypes != 'object'].index
skewed = all_data[numeric_feats].apply(lambda x: skew(x.dropna())).sort_values(ascending=False)
for feat in skewed[abs(skewed) > 0.75].index:
    all_data[feat] = boxcox1p(all_data[feat], 0.15)
all_data = pd.get_dummies(all_data).fillna(0)
train, test = all_data[:ntrain], all_data[ntrain:]

# %%
def rmsle_cv(model):
    kf = KFold(5, shuffle=True, random_state=42).get_n_splits(train.values)
    return np.sqrt(-cross_val_score(model, train.values, y_train, scoring='neg_mean_squared_error', cv=kf))

lasso = make_pipeline(RobustScaler(), Lasso(alpha=0.0005, random_state=1))
KRR = KernelRidge(alpha=0.6, kernel='polynomial', degree=2, coef0=2.5)
GBoost = GradientBoostingRegressor(n_estimators=3000, learning_rate=0.05, max_depth=4, loss='huber')
for n, m in [('lasso', lasso), ('krr', KRR), ('gb', GBoost)]:
    s = rmsle_cv(m)
    print('%s score: %.4f (%.4f)' % (n, s.mean(), s.std()))

# %%
lasso.fit(train.values, y_train); GBoost.fit(train.values, y_train)
ensemble = np.expm1(lasso.predict(test.values)) * .6 + np.expm1(GBoost.predict(test.values)) * .4
pd.DataFrame({'Id': test_ID, 'SalePrice': ensemble}).to_csv('submission.csv', index=False)
