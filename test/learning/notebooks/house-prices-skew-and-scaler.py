# expected: preprocessing
# found: preprocessing 17:28
import numpy as np
import pandas as pd
from scipy.stats import skew
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LassoCV
train = pd.read_csv('train.csv')
test = pd.read_csv('test.csv')
all_data = pd.concat((train.loc[:, 'MSSubClass':'SaleCondition'], test.loc[:, 'MSSubClass':'SaleCondition']))
train['SalePrice'] = np.log1p(train['SalePrice'])
numeric = all_data.dtypes[all_data.dtypes != 'object'].index
skewed = train[numeric].apply(lambda x: skew(x.dropna()))
skewed = skewed[skewed > 0.75].index
all_data[skewed] = np.log1p(all_data[skewed])
all_data = pd.get_dummies(all_data)
all_data = all_data.fillna(all_data.mean())
X_train = all_data[:train.shape[0]]
X_test = all_data[train.shape[0]:]
y = train.SalePrice
model_lasso = LassoCV(alphas=[1, 0.1, 0.001]).fit(X_train, y)
preds = np.expm1(model_lasso.predict(X_test))
