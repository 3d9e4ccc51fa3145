# expected: multi-test
# found: multi-test 32:38
# undecided: preprocessing
# %%
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from sklearn.model_selection import train_test_split
from catboost import CatBoostClassifier
from lightgbm import LGBMClassifier
from xgboost import XGBClassifier
from sklearn.metrics import accuracy_score
# %%
mush = pd.read_csv('mushrooms.csv')
mush.head(3)
# %%
labelencoder = LabelEncoder()
for col in mush.columns:
    mush[col] = labelencoder.fit_transform(mush[col])
mush.head(3)
# %%
X = mush.iloc[:, 1:23]
y = mush.iloc[:, 0]
# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=4)
# %%
cb = CatBoostClassifier(iterations=200, verbose=0)
cb.fit(X_train, y_train)
print('catboost', accuracy_score(y_test, cb.predict(X_test)))
# %%
lg = LGBMClassifier()
lg.fit(X_train, y_train)
print('lgbm', accuracy_score(y_test, lg.predict(X_test)))
# %%
xg = XGBClassifier()
xg.fit(X_train, y_train)
print('xgb', accuracy_score(y_test, xg.predict(X_test)))
