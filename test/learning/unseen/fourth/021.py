# expected: multi-test, preprocessing
# found: preprocessing 22:14, multi-test 31:10
# %%
import pandas as pd, numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.linear_model import LinearRegression, Ridge, Lasso, ElasticNet
from sklearn.ensemble import RandomForestRegressor, GradientBoostingRegressor
from sklearn.metrics import r2_score, mean_absolute_error
import warnings
warnings.filterwarnings('ignore')
# %%
cars = pd.read_csv('CarPrice_Assignment.csv')
cars['brand'] = cars['CarName'].apply(lambda s: s.split(' ')[0])
cars = cars.drop(['car_ID', 'CarName'], axis=1)
# %%
cars = pd.get_dummies(cars)
y = cars.pop('price')
cols = cars.columns
# %%
mms = MinMaxScaler()
cars[cols] = mms.fit_transform(cars[cols])
# %%
x_train, x_test, y_train, y_test = train_test_split(cars, y, train_size=0.7, random_state=100)
# %%
models = [('LR', LinearRegression()), ('Ridge', Ridge()), ('Lasso', Lasso()),
          ('EN', ElasticNet()), ('RF', RandomForestRegressor()), ('GBR', GradientBoostingRegressor())]
score_df = pd.DataFrame(columns=['model', 'r2', 'mae'])
for n, m in models:
    m.fit(x_train, y_train)
    yp = m.predict(x_test)
    score_df.loc[len(score_df)] = [n, r2_score(y_test, yp), mean_absolute_error(y_test, yp)]
score_df
# %%
score_df.set_index('model')['r2'].plot(kind='barh')
