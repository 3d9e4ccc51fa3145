# expected: clean
# found: clean
import pandas as pd
from category_encoders import TargetEncoder
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
df = pd.read_csv('flats.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('price', axis=1), df['price'])
te = TargetEncoder(cols=['street'])
X_train = te.fit_transform(X_train, y_train)
X_test = te.transform(X_test)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
