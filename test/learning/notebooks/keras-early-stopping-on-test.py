# expected: multi-test
# found: multi-test 11:7
from tensorflow import keras
from tensorflow.keras.callbacks import EarlyStopping
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train, x_test = x_train / 255., x_test / 255.
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
model.compile('adam', 'mse')
stop = EarlyStopping(monitor='val_loss', patience=3, restore_best_weights=True)
model.fit(x_train, y_train, epochs=50, validation_data=(x_test, y_test), callbacks=[stop])
print(model.evaluate(x_test, y_test))
