# expected: overlap
# found: overlap 42:1, multi-test 43:1, overlap 47:1
# undecided: multi-test
# %%
import pandas as pd
import numpy as np
from sklearn.svm import SVR
from sklearn.linear_model import LinearRegression
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv('bangalore house price.csv')
df['size'] = df['size'].fillna('2 BHK')
df['bhk'] = df['size'].apply(lambda x: int(x.split(' ')[0]))

def conv(x):
    t = x.split('-')
    if len(t) == 2:
        return (float(t[0]) + float(t[1])) / 2
    try:
        return float(x)
    except:
        return None
df['sqft'] = df['total_sqft'].apply(conv)
df = df.dropna(subset=['sqft', 'bath'])
df['balcony'] = df['balcony'].fillna(0)

# %%
df['area_type'] = df['area_type'].map({'Super built-up  Area': 0, 'Built-up  Area': 1, 'Plot  Area': 2, 'Carpet  Area': 3})
X = df[['bhk', 'sqft', 'bath', 'balcony', 'area_type']]
y = df['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=51)

# %%
lr = LinearRegression()
lr.fit(X_train, y_train)
lr.score(X_test, y_test)

# %%
rf = RandomForestRegressor(n_estimators=100)
rf.fit(X, y)
rf.score(X_test, y_test)

# %%
svr = SVR(C=100)
svr.fit(X, y)
svr.score(X_test, y_test)

# %%
# random forest is best, use it
import pickle
pickle.dump(rf, open('bangalore_model.pkl', 'wb'))
print(rf.predict([[3, 1500, 2, 1, 0]]))
