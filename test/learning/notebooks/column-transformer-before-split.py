# expected: preprocessing
# found: preprocessing 17:5
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.pipeline import Pipeline
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('adult.csv')
numeric = ['age', 'hours']
prep = ColumnTransformer([
    ('num', Pipeline([('imp', SimpleImputer(strategy='median')), ('sc', StandardScaler())]), numeric),
    ('cat', OneHotEncoder(handle_unknown='ignore'), ['job']),
])
X = prep.fit_transform(df.drop('income', axis=1))
X_train, X_test, y_train, y_test = train_test_split(X, df['income'])
lr = LogisticRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))
