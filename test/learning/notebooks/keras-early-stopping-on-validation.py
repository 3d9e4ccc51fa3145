# expected: clean
# found: clean
from tensorflow import keras
from tensorflow.keras.callbacks import EarlyStopping
from sklearn.model_selection import train_test_split
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train, x_val, y_train, y_val = train_test_split(x_train, y_train, test_size=0.1, random_state=3)
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
model.compile('adam', 'mse')
model.fit(x_train, y_train, epochs=50, validation_data=(x_val, y_val), callbacks=[EarlyStopping(patience=3)])
print(model.evaluate(x_val, y_val))
print(model.evaluate(x_test, y_test))
