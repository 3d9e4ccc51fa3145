# expected: clean
# found: clean
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('adult.csv')
prep = ColumnTransformer([('num', StandardScaler(), ['age']), ('cat', OneHotEncoder(), ['job'])])
clf = Pipeline(steps=[('prep', prep), ('lr', LogisticRegression())])
X_train, X_test, y_train, y_test = train_test_split(df.drop('income', axis=1), df['income'])
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
