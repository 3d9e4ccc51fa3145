# expected: preprocessing
# found: preprocessing 7:32, preprocessing 7:44, preprocessing 7:54
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('d.csv')
norm = df.apply(lambda x: (x - x.min()) / (x.max() - x.min()))
X_train, X_test, y_train, y_test = train_test_split(norm.iloc[:, :-1], norm.iloc[:, -1])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
