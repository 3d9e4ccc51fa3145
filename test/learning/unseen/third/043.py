# expected: multi-test, preprocessing
# found: preprocessing 40:12, multi-test 56:34
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression, Lasso
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score

# %%
df = pd.read_csv('Bengaluru_House_Data.csv')
df = df.drop(['area_type', 'society', 'balcony', 'availability'], axis='columns').dropna()
df['bhk'] = df['size'].apply(lambda x: int(x.split(' ')[0]))

# %%
def convert_sqft_to_num(x):
    tokens = x.split('-')
    if len(tokens) == 2:
        return (float(tokens[0]) + float(tokens[1])) / 2
    try:
        return float(x)
    except:
        return None

df['total_sqft'] = df['total_sqft'].apply(convert_sqft_to_num)
df = df[df.total_sqft.notnull()]
df['price_per_sqft'] = df['price'] * 100000 / df['total_sqft']

# %%
df.location = df.location.apply(lambda x: x.strip())
location_stats = df['location'].value_counts(ascending=False)
location_stats_less_than_10 = location_stats[location_stats <= 10]
df.location = df.location.apply(lambda x: 'other' if x in location_stats_less_than_10 else x)
df = df[~(df.total_sqft / df.bhk < 300)]
df.shape

# %%
# too many locations for dummies -> use mean price per sqft of the location
loc_mean = df.groupby('location')['price_per_sqft'].mean()
df['loc_enc'] = df['location'].map(loc_mean)

# %%
X = df[['total_sqft', 'bath', 'bhk', 'loc_enc']]
y = df['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=10)

# %%
lr_clf = LinearRegression()
lr_clf.fit(X_train, y_train)
lr_clf.score(X_test, y_test)

# %%
for name, m in {'lasso': Lasso(alpha=1), 'rf': RandomForestRegressor(200, n_jobs=-1)}.items():
    m.fit(X_train, y_train)
    print(name, r2_score(y_test, m.predict(X_test)))

# %%
def predict_price(location, sqft, bath, bhk):
    return lr_clf.predict([[sqft, bath, bhk, loc_mean[location]]])[0]

predict_price('1st Phase JP Nagar', 1000, 2, 2)
