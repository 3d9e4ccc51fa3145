# expected: preprocessing
# found: preprocessing 12:19
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv('phones.csv')
X = df.drop('price_range', axis=1)
y = df['price_range']
ranker = ExtraTreesClassifier()
ranker.fit(X, y)
ranks = pd.Series(ranker.feature_importances_, index=X.columns)
top = ranks.nlargest(10).index
X = X[top]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
print(rf.score(X_test, y_test))
